/** Tells that the connection is gone, over whatever is still on the screen. */
import { useLocale } from '@haykal/messages/react'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Whether the device has a connection. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )
}

/** The banner; nothing while there is a connection. */
export function OfflineBanner() {
  const { t } = useLocale()
  if (useIsOnline()) return null
  return (
    <Banner icon="offline" tone="warn">
      {t('shell.offline')}
    </Banner>
  )
}
