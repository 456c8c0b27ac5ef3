/** Says why a record was not saved, where no field is to blame; where the session has ended, leads to the sign-in page and back. */
import type { Teller } from '@haykal/contract/explanation-text'
import { useLocale } from '@haykal/messages/react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { errorCode } from '../problems/error-text.ts'
import { endSession } from '../session/end-session.ts'
import styles from './record.module.css'
import { refusalText } from './refusal-text.ts'

/** The properties of the reason. */
export interface SaveFailureProps {
  readonly error: Error
  readonly teller: Teller
  /** Called when the person was signed in meanwhile, in another window: the form can be sent again. */
  readonly onSignedIn: () => void
}

/** The reason. */
export function SaveFailure({ error, teller, onSignedIn }: SaveFailureProps) {
  const { t } = teller
  const code = errorCode(error)
  if (code === 'not_signed_in') return <SignInAgain onSignedIn={onSignedIn} />
  return code === 'not_found' ? `${t('record.goneTitle')}. ${t('record.goneText')}` : refusalText(teller, error)
}

function SignInAgain({ onSignedIn }: Pick<SaveFailureProps, 'onSignedIn'>) {
  const { t } = useLocale()
  const visit = { client: useClient(), queries: useQueryClient(), router: useRouter() }
  // Without a connection the line stays, and can be pressed again.
  const signIn = () => void endSession(visit).then(onSignedIn, () => undefined)
  return (
    <>
      {t('record.sessionEnded')}{' '}
      <button type="button" className={styles.signIn} onClick={signIn}>
        {t('session.signIn')}
      </button>
    </>
  )
}
