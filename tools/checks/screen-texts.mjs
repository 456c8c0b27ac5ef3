/** Refuses texts that stand in a screen's code: whatever people read or hear is in the catalogues, in every language. */
import { parseAst } from 'vitest/node'

/** Attributes and properties of parts whose string is read or heard. */
const textAttributes = new Set([
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['title', 'placeholder', 'alt', 'label', 'text', 'help', 'hint', 'heading', 'description', 'caption', 'action'],
])

/** What a key is called on the keyboard, and code, read the same in every language. */
const sameEverywhere = new Set(['kbd', 'code'])

const letters = /\p{L}{2}|^\p{L}$/u

const advice =
  'is read by people; give it a key in packages/messages/src/catalogues, in every language, and write t(…) here.'

/** @typedef {{ type: string, start: number } & Record<string, any>} Node */

/** @type {import('./sources.mjs').SourceCheck} */
export const screenTexts = {
  reads: (path) =>
    /^(apps\/web|packages\/(ui|fields))\/.*\.tsx$/.test(path) && !/\.test\.tsx$|\/(testing|gallery)\//.test(path),
  find: (source) => findTexts(/** @type {any} */ (parseAst(source, { lang: 'tsx' }))),
}

/**
 * The texts below a node.
 * @param {Node} node
 * @returns {import('./sources.mjs').Finding[]}
 */
function findTexts(node) {
  if (node.type === 'JSXElement' && sameEverywhere.has(node.openingElement.name.name)) return []
  if (node.type === 'JSXText') return judge(node, node.value)
  if (node.type === 'JSXAttribute') {
    const isText = textAttributes.has(node.name.name) && node.value
    return [...(isText ? literalsOf(node.value) : []), ...childrenOf(node).flatMap(findTexts)]
  }
  const written = node.type === 'JSXElement' || node.type === 'JSXFragment' ? node.children : []
  const literals = written.flatMap((/** @type {Node} */ child) =>
    child.type === 'JSXExpressionContainer' ? literalsOf(child) : [],
  )
  return [...literals, ...childrenOf(node).flatMap(findTexts)]
}

/**
 * The strings that an expression comes to: through `?:`, `&&`, `??` and templates, but not into calls.
 * @param {Node} node
 * @returns {import('./sources.mjs').Finding[]}
 */
function literalsOf(node) {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? judge(node, node.value) : []
    case 'TemplateLiteral':
      return node.quasis.flatMap((/** @type {Node} */ part) => judge(part, part.value.cooked ?? ''))
    case 'JSXExpressionContainer':
      return literalsOf(node.expression)
    case 'ConditionalExpression':
      return [...literalsOf(node.consequent), ...literalsOf(node.alternate)]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return isComparison(node) ? [] : [...literalsOf(node.left), ...literalsOf(node.right)]
    default:
      return []
  }
}

/** @param {Node} node */
function isComparison(node) {
  return node.type === 'BinaryExpression' && node.operator !== '+'
}

/**
 * @param {Node} node
 * @param {string} text
 * @returns {import('./sources.mjs').Finding[]}
 */
function judge(node, text) {
  const said = text.trim()
  return letters.test(said) ? [{ index: node.start, message: `“${said}” ${advice}` }] : []
}

/**
 * @param {Node} node
 * @returns {Node[]}
 */
function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value === 'object' && value !== null && typeof value.type === 'string')
}
