/** Binds keys for as long as a part of the screen is there; the part that came last goes first. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { isSingle, type KeyName, keyNames, keyOf } from './keys.ts'
import { pressedKey } from './pressed-key.ts'

/** What keys do, by their names; undefined where there is nothing to do just now. */
export type KeyActs = { readonly [Name in KeyName]?: (() => void) | undefined }

const bound: RefObject<KeyActs>[] = []
let areSinglesOn = true

/** Binds keys while the component is there. They rest while a dialog is open, letters also while one types. */
export function useKeys(acts: KeyActs): void {
  const latest = useRef(acts)
  // Before the picture is: whoever sees what a key is for may press it at once, and an effect may come later than that.
  useLayoutEffect(() => {
    latest.current = acts
  })
  useLayoutEffect(() => {
    if (bound.length === 0) document.addEventListener('keydown', onKeyDown)
    bound.push(latest)
    return () => {
      bound.splice(bound.indexOf(latest), 1)
      if (bound.length === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

/** Turns the keys without Ctrl on or off, as the person prefers. */
export function allowSingleKeys(isOn: boolean): void {
  areSinglesOn = isOn
}

/** The keys that do something on the screen as it is now, in the order of the list. */
export function keysOfScreen(): readonly KeyName[] {
  const isBound = (name: KeyName) => actOf(name) !== undefined && (areSinglesOn || !isSingle(keyOf(name)))
  return keyNames.filter((name) => isBound(keyOf(name).comesWith ?? name))
}

function actOf(name: KeyName): (() => void) | undefined {
  return bound.findLast(({ current }) => current[name])?.current[name]
}

function onKeyDown(event: KeyboardEvent): void {
  const name = pressedKey(event)
  const act = name && actOf(name)
  if (!act || event.defaultPrevented) return
  if (keyOf(name).isOfTyping && isTypedInto(event.target)) return
  const isCommand = keyOf(name).isCommand !== undefined
  if (!isCommand && (isMeantForOthers(event) || (isSingle(keyOf(name)) && !areSinglesOn))) return
  // The browser's own meaning of the key would surprise in a dialog as well.
  event.preventDefault()
  if (!document.querySelector('dialog:modal')) act()
}

/** Whether it has an undo of its own: what one types is taken back letter by letter. */
function isTypedInto(target: EventTarget | null): boolean {
  const places =
    'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable=""], [contenteditable="true"]'
  return target instanceof Element && target.closest(places) !== null
}

function isMeantForOthers({ target }: KeyboardEvent): boolean {
  const places =
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"]'
  if (target instanceof Element && target.closest(places)) return true
  return document.querySelector('dialog:modal, [popover]:popover-open') !== null
}
