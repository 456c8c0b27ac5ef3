/** What the rules that are being said would mean, asked once the hand rests. */
import type { ModelRulesReport, RuleEffects, SaidRules } from '@haykal/contract'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useEffect, useState } from 'react'
import { hasUnfinished, tidied } from './rules-draft.ts'
import { effectsOptions } from './rules-options.ts'

/** Milliseconds without a change after which it is asked. */
const rest = 250

/** The effects; undefined while nothing is known, and for `draft` undefined, which stands for a model that is gone. */
export function useEffects(
  { model, rules: kept }: ModelRulesReport,
  draft: SaidRules | undefined,
): RuleEffects | undefined {
  const [asked, setAsked] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), rest)
    return () => clearTimeout(timer)
  }, [draft])
  const rules = asked === undefined ? undefined : tidied(asked)
  const { data, error } = useQuery({
    ...effectsOptions(useClient(), { model, kept, rules: rules ?? {} }),
    enabled: rules !== undefined && !hasUnfinished(rules),
  })
  return error || rules === undefined ? undefined : data
}
