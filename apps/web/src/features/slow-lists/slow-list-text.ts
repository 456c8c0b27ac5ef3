/** A slow list in words: what it asks, how often it was slow, and what the database does for it. */
import type { SlowList } from '@haykal/contract'
import type { useLocale } from '@haykal/messages/react'
import { type Label, labelIn, type Model } from '@haykal/model'
import { inSentence } from '../records/list-head.tsx'

type Locale = Pick<ReturnType<typeof useLocale>, 't' | 'language' | 'format'>

/** What it asks besides being that list: `filtered by Note, sorted by Total`. */
export function askedText({ t, language, format }: Locale, { tests, sort, isSearched }: SlowList): string {
  const filtered = [...new Set(tests.map(({ path }) => pathText(language, path)))]
  const sorted = sort.map(({ path, descending }) => {
    const field = pathText(language, path)
    return descending ? t('slowLists.downwards', { field }) : field
  })
  return [
    ...(isSearched ? [t('slowLists.searched')] : []),
    ...(filtered.length > 0 ? [t('slowLists.filtered', { fields: format.list(filtered) })] : []),
    ...(sorted.length > 0 ? [t('slowLists.sorted', { fields: format.list(sorted) })] : []),
  ].join(' · ')
}

/** How often it was slow, and for how long. */
export function timesText({ t, format }: Locale, { times, longest, bounded }: SlowList): string {
  if (times === 0) return t('slowLists.notYet')
  const seconds = format.number(Math.max(0.1, Math.round(longest / 100) / 10))
  return [
    t('slowLists.times', { count: times }),
    t('slowLists.longest', { seconds }),
    ...(bounded > 0 ? [t('slowLists.bounded', { count: bounded })] : []),
  ].join(' · ')
}

/** What the database does for it, and why nothing would help where that is so. */
export function planTexts(locale: Locale, list: SlowList, model: Model): readonly string[] {
  const { t, language, format } = locale
  const models = inSentence(labelIn(model.plural, language))
  const what = list.count === null ? models : t('slowLists.counted', { count: list.count, models })
  const found = list.tests.filter(({ how }) => how === 'index')
  const fields = format.list([...new Set(found.map(({ path }) => pathText(language, path)))])
  const isFound = found.length > 0
  const isLookedFor = list.tests.length > 0 || list.isSearched
  const isSorted = list.sorted === 'index'
  const does = isSorted
    ? isFound
      ? t('slowLists.finds', { fields })
      : isLookedFor
        ? t('slowLists.looks', { what })
        : t('slowLists.indexed')
    : isFound
      ? t('slowLists.findsAndSorts', { fields })
      : isLookedFor
        ? t('slowLists.looksAndSorts', { what })
        : t('slowLists.readsAndSorts', { what })
  return [
    does,
    ...(list.tests.some(({ how }) => how === 'texts') ? [t('slowLists.texts')] : []),
    ...(list.sorted === 'never' ? [t('slowLists.never')] : []),
  ]
}

/** The labels on the way to a field. */
function pathText(language: string, path: readonly Label[]): string {
  return path.map((label) => labelIn(label, language)).join(' › ')
}
