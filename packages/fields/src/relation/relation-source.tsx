/** Where relations find the records that they may point to: the app gives it, since fields know no server. */
import type { Json, ModelField } from '@haykal/model'
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'

/** A record that a relation may point to. */
export interface FoundRecord {
  /** What tells it apart in a list. */
  readonly id: string
  /** What the relation stores. */
  readonly key: Json
  readonly title: string
}

/** What the app can do for relations. */
export interface RelationSource {
  /** The first records that a relation may point to whose title, or whatever else is searched, holds a text; all where it is empty. */
  readonly search: (field: ModelField, text: string, signal: AbortSignal) => Promise<readonly FoundRecord[]>
  /** Where the value of a relation leads: a record's page, or the list of those that have it; undefined for a model that this person may not see. */
  readonly hrefOf: (field: ModelField, value: Json) => string | undefined
  /** What the records of a model are called together. */
  readonly pluralOf: (modelName: string) => string
  /** A link inside the app. */
  readonly Link: ComponentType<{ readonly to: string; readonly className?: string; readonly children: ReactNode }>
}

const RelationSourceContext = createContext<RelationSource | undefined>(undefined)

/** Gives a source to all relations below it. */
export function RelationSourceProvider({
  source,
  children,
}: {
  readonly source: RelationSource
  readonly children: ReactNode
}) {
  return <RelationSourceContext value={source}>{children}</RelationSourceContext>
}

/** The source. Throws outside of a `RelationSourceProvider`. */
export function useRelationSource(): RelationSource {
  const source = useContext(RelationSourceContext)
  if (!source) throw new Error('useRelationSource is called outside of RelationSourceProvider')
  return source
}
