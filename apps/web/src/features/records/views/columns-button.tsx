/** The button behind which the columns of a list are chosen. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { Suspense } from 'react'
import { lazyPart } from '../../screens/lazy-part.ts'
import { PartComing } from '../../screens/part-coming.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import type { ListAt } from './list-at.ts'
import type { ListState } from './list-state.ts'
import styles from './view-acts.module.css'

const ColumnsPanel = lazyPart(async () => ({ default: (await import('./columns-panel.tsx')).ColumnsPanel }))

/** The properties of the button. */
export interface ColumnsButtonProps {
  readonly model: Model
  readonly list: ListAt
  readonly onChange: (state: ListState, options: { readonly replace: true }) => void
}

/** The button, with the panel that it opens. */
export function ColumnsButton({ model, list, onChange }: ColumnsButtonProps) {
  const { t } = useLocale()
  const isPhone = useIsPhone()
  return (
    <Popover
      label={t('viewActs.columns')}
      placement="belowEnd"
      className={styles.sheet}
      trigger={(trigger) =>
        isPhone ? (
          <IconButton icon="columns" label={t('viewActs.columns')} {...trigger} />
        ) : (
          <Button variant="quiet" icon="columns" {...trigger}>
            {t('viewActs.columns')}
          </Button>
        )
      }
    >
      {() => (
        <Suspense fallback={<PartComing className={styles.panel} />}>
          <ColumnsPanel model={model} list={list} onChange={(state) => onChange(state, { replace: true })} />
        </Suspense>
      )}
    </Popover>
  )
}
