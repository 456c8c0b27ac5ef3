/** The correction of one model while its owner writes it: the draft, saving it, and what happens when someone else was quicker. */
import type { AdoptedModel } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import {
  correctDefinition,
  isSameJson,
  type Json,
  labelFromName,
  labelIn,
  type ModelCorrection,
  type Problem,
} from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { errorCode, errorText, problemsOf } from '../problems/error-text.ts'
import { adoptionOptions, bootAnew, withModel } from './adoption-options.ts'
import { countChanges, tidied } from './correction-draft.ts'

/** A correction that is written. */
export interface CorrectionForm {
  readonly draft: ModelCorrection
  /** Makes another draft of the present one; always the same function. */
  readonly change: (next: (draft: ModelCorrection) => ModelCorrection) => void
  /** How many places differ from what is kept. */
  readonly changes: number
  /** What was found wrong at a place of the correction, that is its pointer without `/correction`. */
  readonly problemsAt: (pointer: string) => readonly string[]
  /** What went wrong, where no field is to blame. */
  readonly error: string | undefined
  readonly isBusy: boolean
  /** Someone else corrected the same meanwhile; calling it puts back what one had written. Undefined: nobody did. */
  readonly takeMine: (() => void) | undefined
  readonly save: () => void
  readonly discard: () => void
}

/** The correction of a model. */
export function useCorrection(model: AdoptedModel): CorrectionForm {
  const { t, language } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const { queryKey, ...options } = adoptionOptions(client)
  const [base, setBase] = useState(model.correction)
  const [draft, setDraft] = useState(base)
  const [mine, setMine] = useState<ModelCorrection>()
  const changes = countChanges(base, tidied(draft, model.definition))
  const begin = (correction: ModelCorrection) => {
    setBase(correction)
    setDraft(correction)
  }
  // What arrives while nothing is written takes its place.
  if (changes === 0 && !isSame(base, model.correction)) begin(model.correction)

  const correct = useMutation({
    networkMode: 'always',
    mutationFn: (correction: ModelCorrection) =>
      client.call('correctModel', { path: { model: model.definition.name }, body: { correction, base } }),
    onSuccess: async (reply) => {
      queries.setQueryData(queryKey, (report) => report && withModel(report, reply))
      begin(reply.correction)
      setMine(undefined)
      const {
        name,
        label = labelFromName(name),
        plural = label,
      } = correctDefinition(reply.definition, reply.correction)
      showToast({ text: t('adoption.saved', { name: labelIn(plural, language) }) })
      await bootAnew(client, queries)
    },
    onError: async (error) => {
      if (errorCode(error) !== 'conflict') return
      const report = await queries.fetchQuery({ queryKey, ...options })
      const theirs = report.models.find(({ definition }) => definition.name === model.definition.name)
      if (!theirs) return
      setMine(draft)
      begin(theirs.correction)
      correct.reset()
    },
  })
  const problems = problemsOf(correct.error)
  return {
    draft,
    change: setDraft,
    changes,
    problemsAt: (pointer) => textsAt(problems, `/correction${pointer}`).map((problem) => t.problem(problem)),
    error: correct.error && problems.length === 0 ? errorText(t, correct.error) : undefined,
    isBusy: correct.isPending,
    takeMine:
      mine &&
      (() => {
        setDraft(mine)
        setMine(undefined)
      }),
    save: () => correct.mutate(tidied(draft, model.definition)),
    discard: () => {
      setDraft(base)
      correct.reset()
    },
  }
}

function isSame(one: ModelCorrection, other: ModelCorrection): boolean {
  return isSameJson(one as Json, other as Json)
}

/** The problems of a place and of everything in it. */
function textsAt(problems: readonly Problem[], pointer: string): readonly Problem[] {
  return problems.filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
}
