/** The rules of one model while an owner says them: the draft, saving it, and what happens when someone else was quicker. */
import type { ModelRulesReport, SaidRules } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { isSameJson, type Json } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { adoptionOptions } from '../adoption/adoption-options.ts'
import { errorCode, errorText, problemsOf } from '../problems/error-text.ts'
import { countChanges, tidied } from './rules-draft.ts'
import { rulesOptions } from './rules-options.ts'

/** Rules that are said. */
export interface RulesForm {
  readonly draft: SaidRules
  readonly change: (next: (draft: SaidRules) => SaidRules) => void
  /** How many places differ from what is kept. */
  readonly changes: number
  /** There is something to save: a change, or the word that what stands here holds. */
  readonly isSavable: boolean
  /** What was found wrong at a place, that is its pointer without `/rules`, and inside it. */
  readonly problemsAt: (pointer: string) => readonly string[]
  /** What went wrong, where no place is to blame. */
  readonly error: string | undefined
  readonly isBusy: boolean
  /** Someone else said others meanwhile; calling it puts back what one had said. Undefined: nobody did. */
  readonly takeMine: (() => void) | undefined
  readonly save: () => void
  readonly discard: () => void
}

/** The rules of a model; `name` is what people call it. */
export function useRulesForm(report: ModelRulesReport, name: string): RulesForm {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const { queryKey, ...options } = rulesOptions(client, report.model)
  const [base, setBase] = useState(report.rules)
  const [draft, setDraft] = useState(base)
  const [mine, setMine] = useState<SaidRules>()
  const changes = countChanges(base, draft)
  const begin = (rules: SaidRules) => {
    setBase(rules)
    setDraft(rules)
  }
  // What arrives while nothing is written takes its place.
  if (changes === 0 && !isSameJson(base as Json, report.rules as Json)) begin(report.rules)

  const saving = useMutation({
    networkMode: 'always',
    mutationFn: (rules: SaidRules) =>
      client.call('saveRules', { path: { model: report.model }, body: { rules, base } }),
    onSuccess: async (reply) => {
      queries.setQueryData(queryKey, reply)
      begin(reply.rules)
      setMine(undefined)
      showToast({ text: t('rules.saved', { name }) })
      await queries.invalidateQueries({ queryKey: adoptionOptions(client).queryKey })
    },
    onError: async (error) => {
      if (errorCode(error) !== 'conflict') return
      const theirs = await queries.fetchQuery({ queryKey, ...options })
      setMine(draft)
      begin(theirs.rules)
      saving.reset()
    },
  })
  const problems = problemsOf(saving.error)
  return {
    draft,
    change: (next) => {
      saving.reset()
      setDraft(next)
    },
    changes,
    isSavable: changes > 0 || report.troubles.length > 0,
    problemsAt: (pointer) =>
      problems
        .filter((each) => `${each.pointer}/`.startsWith(`/rules${pointer}/`))
        .map((problem) => t.problem(problem)),
    error: saving.error && problems.length === 0 ? errorText(t, saving.error) : undefined,
    isBusy: saving.isPending,
    takeMine:
      mine &&
      (() => {
        setDraft(mine)
        setMine(undefined)
      }),
    save: () => saving.mutate(tidied(draft)),
    discard: () => {
      setDraft(base)
      saving.reset()
    },
  }
}
