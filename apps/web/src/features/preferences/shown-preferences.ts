/** What is shown at the moment: the choices of the person, and the language with its texts; kept outside React, as it is older than the first picture. */
import type { PreferenceChanges, Preferences } from '@haykal/contract'
import { type Catalogue, chooseLanguage, type Language, languages, loadTexts } from '@haykal/messages'
import { useSyncExternalStore } from 'react'
import { changed, takenBack } from './change-preferences.ts'
import { readKept, writeKept } from './kept-preferences.ts'

/** The choices, and what came of the language. */
export interface ShownPreferences {
  readonly chosen: Preferences
  readonly language: Language
  readonly catalogue: Catalogue
}

let shown: ShownPreferences | undefined
let wanted: Preferences = {}
/** What the server told last; undefined for nobody, and for somebody who never chose. */
let told: Preferences | undefined
/** Choices that are on their way to the server. */
const unsaved = new Set<PreferenceChanges>()
const listeners = new Set<() => void>()

let begun: Promise<void> | undefined
/** A screen was asked for that has more to say than the first one. */
let areLaterWanted = false

/** Begins with what this device remembers. Rejects when the texts cannot be fetched. */
export async function beginPreferences(): Promise<void> {
  begun = show(readKept())
  await begun
}

/** The texts of all screens but the first, from now on in every language that is shown. Rejects when they cannot be fetched. */
export async function laterTexts(): Promise<void> {
  await begun
  areLaterWanted = true
  if (!shown) return
  const { language, catalogue } = shown
  // Nobody has asked for them yet: what is on the screen need not be drawn again.
  if (!('changes' in catalogue)) Object.assign(catalogue, await languages[language].loadLater())
}

/** A component's code, together with the texts that it needs beyond those of a first screen. */
export function withTexts<Code>(load: () => Promise<Code>): () => Promise<Code> {
  return async () => (await Promise.all([load(), laterTexts()]))[0]
}

/** Takes what the server tells of the person in place of what the device remembers; resolves once it is shown. */
export async function adoptPreferences(preferences: Preferences | undefined): Promise<void> {
  if (preferences === told) return
  told = preferences
  if (preferences) return await show([...unsaved].reduce<Preferences>(changed, preferences))
  // Whoever comes next sees this device as it was left, but not what the person marked.
  const { favourites: _, ...others } = wanted
  await show(others)
}

/** What the server keeps now, where that is known already: told only so that boot brings no news. */
export function noteTold(preferences: Preferences): void {
  told = preferences
}

/** Shows a choice at once. Gives what takes it back, leaving whatever was chosen after it. */
export async function tryPreferences(changes: PreferenceChanges): Promise<Attempt> {
  const before = wanted
  unsaved.add(changes)
  const undo = async () => {
    unsaved.delete(changes)
    await show(takenBack(wanted, before, changes))
  }
  try {
    await show(changed(wanted, changes))
  } catch (error) {
    await undo()
    throw error
  }
  return { undo, done: () => unsaved.delete(changes) }
}

/** A choice that is shown, but not yet kept. */
export interface Attempt {
  undo(): Promise<void>
  done(): void
}

/** All that is chosen at the moment, kept or not. */
export function chosenPreferences(): Preferences {
  return wanted
}

/** The texts of the language that is shown, for what lives outside React. Throws before `beginPreferences` has resolved. */
export function shownTexts(): Catalogue {
  if (!shown) throw new Error('The preferences were not begun')
  return shown.catalogue
}

/** What is shown, for what lives outside React; undefined before `beginPreferences` has resolved. */
export function shownIfBegun(): ShownPreferences | undefined {
  return shown
}

/** What is shown. Throws before `beginPreferences` has resolved. */
export function useShown(): ShownPreferences {
  return useSyncExternalStore(subscribe, () => {
    if (!shown) throw new Error('The preferences were not begun')
    return shown
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Looks first, words as soon as they are there: a language is shown with its own texts or not yet. */
async function show(next: Preferences): Promise<void> {
  wanted = next
  dress(next)
  const language = chooseLanguage([next.language, ...navigator.languages])
  const catalogue = language === shown?.language ? shown.catalogue : await textsOf(language)
  // Whoever chose again meanwhile does not want this any more.
  if (wanted !== next) return
  shown = { chosen: next, language, catalogue }
  writeKept({ chosen: next, shown: { language, direction: languages[language].direction } })
  for (const listener of listeners) listener()
}

/** As far as they are wanted; the others are filled in once a screen needs them. */
async function textsOf(language: Language): Promise<Catalogue> {
  if (areLaterWanted) return await loadTexts(language)
  return { ...(await languages[language].load()) } as Catalogue
}

/** Theme and density live on the root, where the tokens read them. */
function dress({ theme = 'system', density = 'comfortable' }: Preferences): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  if (density === 'comfortable') delete dataset.density
  else dataset.density = density
}
