/** The foot of a person's form, which a key saves, too. */
import { useKeys } from '../keys/use-keys.ts'
import { FormFoot, type FormFootProps } from '../screens/form-foot.tsx'

/** The properties of the foot. */
export interface PersonFootProps extends Omit<FormFootProps, 'onSave' | 'openedBy'> {
  /** Saves, as the button of the form does. */
  readonly onKey: () => void
}

/** The foot. */
export function PersonFoot({ onKey, ...foot }: PersonFootProps) {
  useKeys({ save: onKey })
  return <FormFoot {...foot} openedBy="person" />
}
