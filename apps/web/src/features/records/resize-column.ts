/** Makes a column wider or narrower, by hand or by keys; fetched with the first try. */
import type { ViewColumn } from '@haykal/contract'
import type { Model } from '@haykal/model'
import { chosenColumns, widenedColumn } from './views/chosen-columns.ts'
import { fittingWidth } from './views/columns-text.ts'

/** Pixels of one key. */
const step = 16

/** A pull at the edge of a head. */
export interface Pull {
  /** What has the pointer. */
  readonly handle: HTMLElement
  /** Where the pointer began, in pixels. */
  readonly from: number
  /** Called with each width on the way. */
  readonly onWidth: (width: number) => void
  /** Called when the pointer is let go, with the width that is left; undefined: nothing was pulled. */
  readonly onEnd: (width: number | undefined) => void
}

/** Follows a pull until it ends. */
export function pullColumn({ handle, from, onWidth, onEnd }: Pull): void {
  const head = handle.parentElement
  if (!head) return
  const before = head.getBoundingClientRect().width
  const towardsEnd = isRightToLeft(head) ? -1 : 1
  let width: number | undefined
  const follow = ({ clientX }: PointerEvent) => {
    width = fittingWidth(before + (clientX - from) * towardsEnd)
    onWidth(width)
  }
  const end = () => {
    handle.removeEventListener('pointermove', follow)
    onEnd(width)
  }
  handle.addEventListener('pointermove', follow)
  handle.addEventListener('lostpointercapture', end, { once: true })
}

/** The width of a column after an arrow key, in whole pixels. */
export function widthAfterKey(head: HTMLElement, key: string): number {
  const isWider = (key === 'ArrowRight') !== isRightToLeft(head)
  return fittingWidth(head.getBoundingClientRect().width + (isWider ? step : -step))
}

/** The columns of a list with one of another width; undefined: as wide as its values ask for. */
export function resizedColumns(
  model: Model,
  columns: readonly ViewColumn[] | undefined,
  { field, width }: { readonly field: string; readonly width: number | undefined },
): readonly ViewColumn[] {
  return widenedColumn(chosenColumns(model, columns), field, width)
}

function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
