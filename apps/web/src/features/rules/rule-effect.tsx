/** How many records somebody sees now, and how many they would see: in a sentence. */
import type { RuleCount, RuleEffect } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import styles from './rules.module.css'

/** The properties of the sentence. */
export interface RuleEffectTextProps {
  /** How many records there are. */
  readonly all: RuleCount
  readonly effect: RuleEffect
}

/** The sentence. */
export function RuleEffectText({ all, effect: { person, before, after, gains, loses } }: RuleEffectTextProps) {
  const { t, format } = useLocale()
  const count = ({ count, countKind }: RuleCount) => {
    if (count === null) return '…'
    return countKind === 'bounded' ? t('rules.over', { count }) : format.number(count)
  }
  const difference = [
    ...(gains.count === 0 ? [] : [t('rules.more', { number: count(gains) })]),
    ...(loses.count === 0 ? [] : [t('rules.fewer', { number: count(loses) })]),
  ]
  const numbers = { before: count(before), all: count(all) }
  return (
    <p className={styles.effect}>
      {person !== undefined && (
        <>
          <bdi>{person}</bdi>:{' '}
        </>
      )}
      {difference.length === 0
        ? t('rules.now', numbers)
        : t('rules.after', { ...numbers, after: count(after), difference: format.list(difference) })}
    </p>
  )
}
