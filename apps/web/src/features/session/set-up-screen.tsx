/** Where the first person makes the account that owns everything, with the one-time address that the first start printed. */

import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { errorText, missingTexts, problemTexts } from '../problems/error-text.ts'
import { LineField, NewPasswordField } from './credential-fields.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Failure } from './failure.tsx'
import { useSetUp } from './sign-in.ts'
import { useProblemFocus } from './use-problem-focus.ts'

/** The screen; `token` comes with the address. */
export function SetUpScreen({ token }: { readonly token: string | undefined }) {
  const { t, language } = useLocale()
  const boot = useBoot()
  const title = t('setup.title', { project: labelIn(boot.project.name, language) })
  useTitle(title)

  if (!boot.needsSetup) {
    return (
      <Door title={t('setup.doneTitle')} text={t('setup.doneText')}>
        <Link to={boot.person ? '/' : '/-/sign-in'} className={buttonClass({ variant: 'primary', wide: true })}>
          {boot.person ? t('screen.toHome') : t('session.signIn')}
        </Link>
      </Door>
    )
  }
  if (!token) return <Door title={t('setup.noTokenTitle')} text={t('setup.noTokenText')} />
  return (
    <Door title={title} text={t('setup.text')}>
      <SetUpForm token={token} />
    </Door>
  )
}

function SetUpForm({ token }: { readonly token: string }) {
  const { t } = useLocale()
  const [values, setValues] = useState({ name: '', email: '', password: '' })
  const setUp = useSetUp()
  const [attempt, setAttempt] = useState(0)
  const isAsked = attempt > 0
  const form = useProblemFocus(attempt, setUp.error)
  const missing = missingTexts(t, values)
  const problems = { ...problemTexts(t, setUp.error), ...(isAsked && missing) }
  const stray = Object.entries(problems).flatMap(([name, texts]) => (Object.hasOwn(values, name) ? [] : texts))
  const failure = setUp.isError && Object.keys(problems).length === 0 ? [errorText(t, setUp.error)] : stray

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (Object.keys(missing).length === 0 && !setUp.isPending) setUp.mutate({ token, ...values })
  }
  const bind = (name: keyof typeof values) => ({
    name,
    problems: problems[name],
    value: values[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
  })

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Failure texts={failure} />
      <LineField label={t('session.name')} autoComplete="name" autoFocus {...bind('name')} />
      <LineField label={t('session.email')} type="email" autoComplete="username" dir="ltr" {...bind('email')} />
      <NewPasswordField {...bind('password')} />
      <Button type="submit" variant="primary" wide aria-disabled={setUp.isPending}>
        {setUp.isPending ? t('setup.creating') : t('setup.create')}
      </Button>
    </form>
  )
}
