/** Shows the names of things that are only icons, with the keys that do the same: on hover and on keyboard focus, never on touch. */
import styles from './tooltip.module.css'

const pauseBefore = 500
const pauseAfter = 120
/** Whoever just read one looks for the next: it then comes without a pause. */
const warmFor = 400

/** Serves all elements with `data-tooltip` (the words) and `data-tooltip-cap` (their keys), those to come included. */
export function serveTooltips(page: Document = document): void {
  const tip = page.createElement('div')
  tip.className = styles.tip ?? ''
  tip.popover = 'manual'
  // The words are the name of the element already: read out a second time they would only delay.
  tip.ariaHidden = 'true'
  page.body.append(tip)

  let target: HTMLElement | undefined
  let isByPointer = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let hiddenAt = 0

  const hide = () => {
    clearTimeout(timer)
    if (tip.matches(':popover-open')) {
      tip.hidePopover()
      hiddenAt = performance.now()
    }
    target = undefined
  }
  const show = (element: HTMLElement) => {
    if (!element.isConnected || element.ariaExpanded === 'true') return hide()
    fill(tip, element.dataset)
    if (tip.matches(':popover-open')) tip.hidePopover()
    tip.showPopover()
    place(tip, element)
  }
  const wait = (element: HTMLElement) => {
    clearTimeout(timer)
    target = element
    isByPointer = true
    const isWarm = tip.matches(':popover-open') || performance.now() - hiddenAt < warmFor
    timer = setTimeout(() => show(element), isWarm ? 0 : pauseBefore)
  }

  page.addEventListener('pointerover', ({ target: over, pointerType }) => {
    if (pointerType === 'touch') return
    if (over === tip) return clearTimeout(timer)
    const element = namedBy(over)
    if (element && element !== target) return wait(element)
    if (element) return
    clearTimeout(timer)
    if (isByPointer) timer = setTimeout(hide, pauseAfter)
  })
  page.addEventListener('focusin', ({ target: focused }) => {
    const element = namedBy(focused)
    if (!element?.matches(':focus-visible')) return hide()
    clearTimeout(timer)
    target = element
    isByPointer = false
    show(element)
  })
  page.addEventListener('focusout', hide)
  page.addEventListener('pointerdown', () => {
    // What is pressed answers by itself; its name comes back when the pointer does.
    const pressed = target
    hide()
    target = pressed
  })
  page.addEventListener('scroll', hide, { capture: true, passive: true })
  page.addEventListener(
    'keydown',
    (event) => {
      const isShown = tip.matches(':popover-open')
      hide()
      // Under a resting pointer it may cover what one wants to read: then Esc means it, and nothing else.
      if (event.key === 'Escape' && isShown && isByPointer) event.stopPropagation()
    },
    { capture: true },
  )
}

function namedBy(node: EventTarget | null): HTMLElement | undefined {
  return node instanceof Element ? (node.closest<HTMLElement>('[data-tooltip]') ?? undefined) : undefined
}

function fill(tip: HTMLElement, { tooltip = '', tooltipCap }: DOMStringMap): void {
  const words = document.createElement('bdi')
  words.textContent = tooltip
  tip.replaceChildren(words)
  if (tooltipCap === undefined) return
  const cap = document.createElement('kbd')
  cap.dir = 'ltr'
  cap.textContent = tooltipCap
  tip.append(cap)
}

/** Below the element and centred on it; above where there is no room, and never past the edges. */
function place(tip: HTMLElement, element: HTMLElement): void {
  const gap = 6
  const margin = 4
  const around = element.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const below = around.bottom + gap
  const isAbove = below + height > innerHeight - margin
  const across = around.x + around.width / 2 - width / 2
  const x = Math.max(margin, Math.min(across, innerWidth - width - margin))
  tip.style.translate = `${Math.round(x)}px ${Math.round(isAbove ? around.y - gap - height : below)}px`
}
