/** What the palette shows for what was typed: places, acts, records; records last, as they come later than the rest. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { foldedWords } from '@haykal/model/fold-text'
import { useLocation } from '@tanstack/react-router'
import { useBoot, useModels } from '../boot/use-boot.ts'
import { useIsOnline } from '../shell/offline-banner.tsx'
import { useFavourites } from '../shell/use-favourites.ts'
import { fitOf } from './found-parts.ts'
import type { PaletteEntry, PaletteSection } from './palette-entry.ts'
import { recentRecords } from './recent-records.ts'
import { recordEntry } from './record-entry.ts'
import { useActs } from './use-acts.ts'
import { usePlaces } from './use-places.ts'
import { isFindable, type RecordResults, useRecordResults } from './use-record-results.ts'

/** How many of a kind, when nothing was typed and when something was. */
const most = { recent: 5, places: 6, acts: 4, foundPlaces: 7, foundActs: 5 }

/** The sections, and how far the search for records is. */
export interface Sections extends Omit<RecordResults, 'entries'> {
  readonly sections: readonly PaletteSection[]
  readonly isOffline: boolean
}

/** The sections for what was typed. */
export function useSections(text: string): Sections {
  const { t, language } = useLocale()
  const here = useModelHere()
  const places = usePlaces()
  const acts = useActs(here)
  const recent = useRecent()
  const isOffline = !useIsOnline()
  const models = useModels().all.filter(isFindable)
  const words = foldedWords(text)
  const { names } = useFavourites()
  // What one works with is looked for first, then what is called by its name: there may be hundreds of lists.
  const isNamed = ({ plural }: Model) => words.some((word) => fitOf(labelIn(plural, language), [word]) !== undefined)
  const rank = (model: Model) => (model === here ? 0 : names.includes(model.name) ? 1 : isNamed(model) ? 2 : 3)
  const ordered = models.toSorted((a, b) => rank(a) - rank(b))
  const { entries, ...state } = useRecordResults(text, ordered, isOffline)
  const hasWords = words.length > 0

  const go = hasWords ? bestOf(places, words).slice(0, most.foundPlaces) : places.slice(0, most.places)
  const all = [
    { key: 'recent', title: t('palette.recent'), entries: hasWords ? [] : recent },
    { key: 'go', title: t('palette.go'), entries: go },
    {
      key: 'act',
      title: t('palette.act'),
      entries: hasWords ? bestOf(acts, words).slice(0, most.foundActs) : usual(acts),
    },
    { key: 'records', title: t('palette.records'), entries: hasWords ? entries : [] },
  ]
  const isLooking = hasWords && state.isPending
  const sections = all.filter((section) => section.entries.length > 0 || (section.key === 'records' && isLooking))
  return { sections, isOffline, ...state }
}

/** The entries that fit, the best first. */
function bestOf(entries: readonly PaletteEntry[], words: readonly string[]): readonly PaletteEntry[] {
  const fits = entries.flatMap((entry) => {
    const fit = fitOf(entry.text, words) ?? worse(fitOf(`${entry.detail ?? ''} ${entry.text}`, words))
    return fit === undefined ? [] : [{ entry, fit }]
  })
  return fits.toSorted((a, b) => a.fit - b.fit).map(({ entry }) => entry)
}

/** What fits only together with its kind comes after all that fits by its name. */
function worse(fit: number | undefined): number | undefined {
  return fit === undefined ? undefined : fit + 10
}

/** Without a word: a new record here, the keys, the look, the way out. */
function usual(acts: readonly PaletteEntry[]): readonly PaletteEntry[] {
  const creates = acts.filter(({ key }) => key.startsWith('new '))
  return [...creates.slice(0, 1), ...acts.filter((act) => !creates.includes(act))].slice(0, most.acts)
}

function useModelHere(): Model | undefined {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const { all } = useModels()
  const first = path.split('/')[1] ?? ''
  return all.find(({ name }) => name === first || encodeURIComponent(name) === first)
}

function useRecent(): readonly PaletteEntry[] {
  const { language, format } = useLocale()
  const models = useModels()
  const { person } = useBoot()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const entries = recentRecords(person?.id ?? '').flatMap((record) => {
    const model = models.get(record.model)
    return model ? [recordEntry(model, record, { language, format })] : []
  })
  return entries.filter(({ href }) => href !== path).slice(0, most.recent)
}
