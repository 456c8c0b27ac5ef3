/** Views: lists that people keep, with filter, order, columns and look; each person's own, or shared with roles. */
import type { Filter, RoleName } from '@haykal/model'
import type { OfferedRole } from './people.ts'
import type { densities } from './preferences.ts'

/** How much one view may hold. */
export const viewLimits = {
  /** Characters of what it lists, as JSON. */
  longestList: 8_000,
  mostColumns: 100,
} as const

/** How wide a column can be made, in pixels. */
export const columnWidths = { least: 48, most: 1_200 } as const

/** A column of a view. */
export interface ViewColumn {
  readonly field: string
  /** In pixels; absent: as wide as what it holds asks for. */
  readonly width?: number
  /** At which edge it stays in sight; absent: it scrolls with the others. */
  readonly pin?: 'start' | 'end'
}

/** What a view lists, and how. Everything absent is as the model has it. */
export interface ViewList {
  readonly filter?: Filter
  /** `-placedAt,name` */
  readonly sort?: string
  /** In their order. */
  readonly columns?: readonly ViewColumn[]
  /** Absent: as each person prefers. */
  readonly density?: (typeof densities)[number]
}

/** With whom a view is shared: nobody, everyone who may read the model, or people of these roles. */
export type ViewAudience = 'everyone' | readonly RoleName[]

/** A view as one person may see it. */
export interface View {
  readonly id: string
  /** As its owner typed it. */
  readonly name: string
  /** Without what this person may not see. */
  readonly list: ViewList
  /** Some of what it lists is left out: it is not there any more, or not for this person. Absent: all of it is told. */
  readonly isPartial?: true
  /** This person made it; absent: somebody else did. */
  readonly isMine?: true
  /** This person may change and remove it; absent: no. */
  readonly canChange?: true
  /** Told to those who may change it, and only what they may know: owners all, others their own role. Absent: shared with this person by somebody else. */
  readonly sharedWith?: ViewAudience
  /** The list of its model opens with it for people of this person's role; absent: no. */
  readonly isDefault?: true
  /** The roles for which the list of its model opens with it; told to owners alone. */
  readonly defaultFor?: readonly RoleName[]
}

/** The plain list of a model, where one has to name it among views. */
export const plainView = '-'

/** The views of a model as one person has them. */
export interface ModelViews {
  /** In the order in which this person has them. */
  readonly all: readonly View[]
  /** The id of the view with which the list opens for this person, or `plainView`; absent: as their role has it. */
  readonly start?: string
}

/** The views of a model, and the roles with which this person may share one. */
export interface ViewsReply {
  readonly views: ModelViews
  readonly roles: readonly OfferedRole[]
}

/** What a view is made of. */
export interface NewView {
  readonly name: string
  readonly list: ViewList
  /** Absent: it is for its owner alone. */
  readonly sharedWith?: ViewAudience
}

/** What may change of a view. What is absent stays. */
export interface ViewChanges {
  readonly name?: string
  readonly list?: ViewList
  readonly sharedWith?: ViewAudience
  /** For owners alone. */
  readonly defaultFor?: readonly RoleName[]
}

/** How a person arranges the views of a model for themselves. What is absent stays. */
export interface ViewArrangement {
  /** The ids of views; those that are not named follow. */
  readonly order?: readonly string[]
  /** The id of a view, or `plainView`; null: as their role has it. */
  readonly start?: string | null
}
