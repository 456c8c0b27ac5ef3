/** What one role may do with the records of a list, and what that means. */
import type { RuleCount, RuledRole, RuleEffect } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { useId } from 'react'
import type { ModelAccess } from '../boot/use-boot.ts'
import { useIsNarrow } from '../screens/use-is-narrow.ts'
import { FieldRights } from './field-rights.tsx'
import { PermissionRow } from './permission-row.tsx'
import { RuleEffectText } from './rule-effect.tsx'
import styles from './rules.module.css'
import { fieldRight, roleRulesOf, ruledActs, withFieldRight, withRole } from './rules-draft.ts'
import type { RulesForm } from './use-rules-form.ts'

/** The properties of the part. */
export interface RoleRulesProps {
  readonly role: RuledRole
  readonly found: ModelAccess
  readonly form: RulesForm
  /** How many records there are; undefined: not known yet. */
  readonly all: RuleCount | undefined
  readonly effects: readonly RuleEffect[] | undefined
}

/** The part. */
export function RoleRules({ role, found, form, all, effects }: RoleRulesProps) {
  const { t } = useLocale()
  const id = useId()
  // Below the name of the list, which is what the screen is about where it stands by itself.
  const Heading = useIsNarrow() ? 'h2' : 'h3'
  const rules = roleRulesOf(form.draft, role)
  const isOpen = found.access.closed === undefined
  const change = (next: typeof rules) => form.change((draft) => withRole(draft, role, next))
  return (
    <section className={styles.role} aria-labelledby={id}>
      <div className={styles.roleHead}>
        <Heading id={id} className={styles.roleName}>
          {t(`rules.${role}`)}
        </Heading>
        {form.draft[role] && (
          <Button variant="quiet" icon="undo" onClick={() => form.change(({ [role]: _, ...others }) => others)}>
            {t('rules.usual')}
          </Button>
        )}
      </div>
      <div className={styles.effects} role="status">
        {all && effects?.map((effect) => <RuleEffectText key={effect.person ?? ''} all={all} effect={effect} />)}
      </div>
      {ruledActs
        .filter((act) => act === 'read' || isOpen)
        .map((act) => (
          <PermissionRow
            key={act}
            label={t(`rules.${act}`)}
            model={found.model}
            permission={rules[act] ?? false}
            problems={form.problemsAt(`/${role}/${act}`)}
            onChange={(permission) => change({ [act]: permission })}
          />
        ))}
      <FieldRights
        model={found.model}
        rules={rules}
        canSet={isOpen}
        problems={[...form.problemsAt(`/${role}/hide`), ...form.problemsAt(`/${role}/readOnly`)]}
        rightOf={(field) => fieldRight(rules, field)}
        onChange={(field, right) => change(withFieldRight(rules, field, right))}
      />
    </section>
  )
}
