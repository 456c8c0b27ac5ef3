/** Why an adopted database cannot be used at the moment, in the person's language. */
import type { Trouble } from '@haykal/contract'
import type { MessageKey, Translator } from '@haykal/messages'
import { HaykalError } from '@haykal/model'

const keys: { readonly [Each in Trouble]: MessageKey & `trouble.${Each}` } = {
  missing: 'trouble.missing',
  replaced: 'trouble.replaced',
  damaged: 'trouble.damaged',
  unreadable: 'trouble.unreadable',
  unfinished: 'trouble.unfinished',
  'sync-failed': 'trouble.sync-failed',
}

/** What happened, and that everything comes back by itself; a general sentence for a trouble that is not known. */
export function troubleText(t: Translator, trouble: unknown): string {
  const isKnown = typeof trouble === 'string' && Object.hasOwn(keys, trouble)
  return isKnown ? t(keys[trouble as Trouble]) : t('trouble.other')
}

/** Whether something failed only because the database is out of reach. */
export function isUnavailable(error: unknown): error is HaykalError {
  return error instanceof HaykalError && error.code === 'unavailable'
}
