/** The foot of a correction, with the way back to all guesses. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { FormFoot } from '../screens/form-foot.tsx'
import type { CorrectionForm } from './use-correction.ts'

/** The foot. */
export function CorrectionFoot({ form }: { readonly form: CorrectionForm }) {
  const { t } = useLocale()
  const { changes, error, isBusy, draft, discard } = form
  return (
    <FormFoot changes={changes} error={error} isBusy={isBusy} onDiscard={discard} openedBy="model">
      {Object.keys(draft).length > 0 && (
        <Button variant="quiet" icon="undo" disabled={isBusy} onClick={() => form.change(() => ({}))}>
          {t('adoption.backToGuessAll')}
        </Button>
      )}
    </FormFoot>
  )
}
