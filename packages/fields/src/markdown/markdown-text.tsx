/** Formatted text as elements of ours, piece by piece: no HTML is ever made of it, and no link leads anywhere but to pages and mail. */
import { tameDirection } from '@haykal/model'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { Fragment, type ReactNode, useMemo } from 'react'
import { emailKind, mailAddress } from '../email/email.ts'
import { urlKind } from '../url/url.ts'
import { isTame } from './is-tame.ts'
import styles from './markdown-text.module.css'

type Root = ReturnType<typeof fromMarkdown>
type Nodes = Root | Root['children'][number]
type Parents = Extract<Nodes, { readonly children: unknown }>
type Definition = Extract<Nodes, { readonly type: 'definition' }>

/** Lists and quotes deeper in each other than this are shown as their words. */
const deepest = 12

/** The properties of a formatted text. */
export interface MarkdownTextProps {
  readonly text: string
  /** What is shown instead where reading the text would take long. */
  readonly plain: ReactNode
}

/** A formatted text. */
export function MarkdownText({ text, plain }: MarkdownTextProps) {
  const shown = useMemo(() => {
    if (!isTame(text)) return undefined
    const root = fromMarkdown(tameDirection(text))
    return showChildren(root, { definitions: definitionsIn(root), depth: 0, outline: { level: 1 } })
  }, [text])
  return shown === undefined ? plain : <div className={styles.text}>{shown}</div>
}

interface Around {
  /** Where the references of the text lead, by their names. */
  readonly definitions: ReadonlyMap<string, Definition>
  readonly depth: number
  /** The level of the heading before. */
  readonly outline: { level: number }
}

function definitionsIn(root: Parents): ReadonlyMap<string, Definition> {
  return new Map(root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node]] : [])))
}

function showChildren({ children }: Parents, around: Around): ReactNode {
  const inner = { ...around, depth: around.depth + 1 }
  return children.map((node) => <Fragment key={node.position?.start.offset}>{show(node, inner)}</Fragment>)
}

function show(node: Nodes, around: Around): ReactNode {
  if (around.depth > deepest) return wordsOf(node)
  switch (node.type) {
    case 'paragraph':
      return <p>{showChildren(node, around)}</p>
    case 'heading':
      return showHeading(node, around)
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{showChildren(node, around)}</ol>
      ) : (
        <ul>{showChildren(node, around)}</ul>
      )
    case 'listItem':
      return <li>{showChildren(node, around)}</li>
    case 'blockquote':
      return <blockquote>{showChildren(node, around)}</blockquote>
    case 'code':
      return (
        <pre dir="ltr">
          <code>{node.value}</code>
        </pre>
      )
    case 'thematicBreak':
      return <hr />
    case 'break':
      return <br />
    case 'emphasis':
      return <em>{showChildren(node, around)}</em>
    case 'strong':
      return <strong>{showChildren(node, around)}</strong>
    case 'inlineCode':
      return <code dir="ltr">{node.value}</code>
    case 'link':
      return <SafeLink to={node.url}>{showChildren(node, around)}</SafeLink>
    case 'linkReference':
      return <SafeLink to={around.definitions.get(node.identifier)?.url}>{showChildren(node, around)}</SafeLink>
    // A picture from elsewhere would tell its server who reads the record: its words lead there instead.
    case 'image':
      return <SafeLink to={node.url}>{node.alt || node.url}</SafeLink>
    case 'imageReference':
      return <SafeLink to={around.definitions.get(node.identifier)?.url}>{node.alt || node.identifier}</SafeLink>
    case 'definition':
      return null
    default:
      return wordsOf(node)
  }
}

/** What is written in a piece and all within it; HTML stands as it was typed. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join(' ') : ''
}

/** Below the heading of the page, and never more than one level below the one before: who goes from heading to heading misses none. */
function showHeading(node: Extract<Nodes, { readonly type: 'heading' }>, around: Around): ReactNode {
  const level = Math.min(node.depth + 1, around.outline.level + 1, 6)
  around.outline.level = level
  const Heading = `h${level}` as 'h2'
  return <Heading data-depth={Math.min(node.depth, 3)}>{showChildren(node, around)}</Heading>
}

function SafeLink({ to, children }: { readonly to: string | undefined; readonly children: ReactNode }) {
  const page = urlKind.parse(to ?? '', {})
  if (page.ok) {
    return (
      <a href={page.value} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    )
  }
  const mail = emailKind.parse(/^mailto:([^?]*)$/i.exec(to ?? '')?.[1] ?? '', {})
  return mail.ok ? <a href={mailAddress(mail.value)}>{children}</a> : children
}
