/** The shapes that travel: what the endpoints take and give, as types; `envelopes.ts` checks the incoming ones. */
import type {
  AdoptedObject,
  AnyRecord,
  Conflict,
  ErrorCode,
  Explanation,
  Filter,
  Json,
  Label,
  ModelCorrection,
  ModelDefinition,
  ModelGuess,
  Problem,
  RoleName,
} from '@haykal/model'
import type { AccessReply, ModelRights } from './access.ts'
import type {
  ChangePage,
  ChangeSet,
  ChangeSetPage,
  ChildChanges,
  ManyCount,
  ManyReply,
  Retention,
  TrashPage,
  UndoPreview,
  UndoRequest,
  WhichRecords,
} from './changes.ts'
import type { EndpointName } from './endpoints.ts'
import type { ListedPerson, PeopleAbout, PeoplePage, PersonChanges, PersonLink, ViewedAs } from './people.ts'
import type { PreferenceChanges, Preferences } from './preferences.ts'
import type { ModelRulesReport, RuleEffects, RuleTrouble, SaidRules } from './rules.ts'
import type { SlowListsReply } from './slow-lists.ts'
import type { ModelViews, NewView, View, ViewArrangement, ViewChanges, ViewsReply } from './views.ts'

/** Who is signed in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: RoleName
}

/** Who is signed in, with what they have chosen. */
export interface BootPerson extends Person {
  /** Absent: nothing was ever chosen, so that the choices of the device hold. */
  readonly preferences?: Preferences
}

/** What this person may do with the records of a model at all; a single record may allow less. */
export interface ModelAbilities {
  readonly create: boolean
  readonly edit: boolean
  readonly remove: boolean
  /** The only fields that this person's role may set in a new record; absent: all that can be set. */
  readonly createFields?: readonly string[]
  /** The only fields that this person's role may set in a record that is there; absent: all that can be set. */
  readonly editFields?: readonly string[]
}

/** Why nobody can edit the records of a model, whatever their role; `locked`: an adopted model that its owner has not unlocked. */
export type ModelClosed = 'locked' | 'read-only-file' | 'no-key' | 'view' | 'virtual'

/**
 * Why an adopted database cannot be used at the moment; it is looked at again with every request.
 * `missing`: the file is not there · `replaced`: another database lies in its place · `damaged`: cut off, or no longer a database ·
 * `unreadable`: may not be read, or cannot be reached · `unfinished`: another program stopped in the middle of a change, and has to take it back ·
 * `sync-failed`: its disk does not keep what is written, so that it can be read only; told to whoever writes.
 */
export type Trouble = 'missing' | 'replaced' | 'damaged' | 'unreadable' | 'unfinished' | 'sync-failed'

/** A model as this person may see it: without fields hidden from them. */
export interface BootModel extends ModelDefinition {
  readonly can: ModelAbilities
  /** What is changed in it is kept, so that it has a history and a trash; absent: no. */
  readonly hasHistory?: boolean
  /** The actions that this person may run on records for which `when` holds; absent: none. */
  readonly actions?: readonly BootAction[]
  /** Absent: open. */
  readonly closed?: ModelClosed
  /** Whether this person could unlock it; absent: no. */
  readonly canUnlock?: boolean
}

/** A named act of the project on records, as a button. */
export interface BootAction {
  readonly name: string
  readonly label: Label
  readonly icon?: string
  /** Which records it is for; absent: any. */
  readonly when?: Filter
}

/** A screen of the project that this person may open. */
export interface BootScreen {
  readonly name: string
  readonly path: string
  readonly label: Label
  readonly icon?: string
  /** Reached without signing in. */
  readonly public?: boolean
}

/** All that the browser needs to begin. */
export interface Boot {
  readonly project: {
    readonly name: Label
    /** The languages that people may choose from, the default first. */
    readonly languages: readonly string[]
  }
  /** Absent: nobody is signed in. */
  readonly person?: BootPerson
  /** Present: an owner looks as `person`, and can change nothing. Absent: everybody is who they are. */
  readonly viewing?: ViewedAs
  /** This person sees and changes who may sign in; absent: no. */
  readonly canManagePeople?: boolean
  /** Nobody is an owner yet: the set-up address printed at start makes the first one. Absent: done. */
  readonly needsSetup?: boolean
  readonly models: readonly BootModel[]
  /** The views that this person has or is shared with, by model; a model without any is absent. Absent: nobody is signed in, or there are none. */
  readonly views?: { readonly [model: string]: ModelViews }
  /** Why the records cannot be had at the moment; absent: they can. */
  readonly trouble?: Trouble
  /** The models were guessed from an adopted database, and this person may correct them; absent: no. */
  readonly canCorrect?: boolean
  readonly screens: readonly BootScreen[]
  /** The project's own browser code that this person may load. */
  readonly modules: BootModules
  /** Changes when the server starts anew with other models; the browser compares. */
  readonly version: string
}

/** A project's own browser code: for everybody, and for who is signed in. */
export interface BootModules {
  readonly public?: BootModule
  readonly web?: BootModule
}

/** A module of the browser's, by its address. */
export interface BootModule {
  readonly address: string
  /** The files that it begins by asking for: fetched at the same time, they cost no wait of their own. */
  readonly ahead: readonly string[]
}

/** The titles of records that a reply points to: by model, then by key as text. */
export type Titles = { readonly [model: string]: { readonly [key: string]: string } }

/** How many records match: not counted, counted up to a bound (`bounded` = there are more than `count`), or counted to the end. */
export type CountKind = 'none' | 'bounded' | 'exact'

/** A page of records. */
export interface RecordPage<Item = AnyRecord> {
  readonly data: readonly Item[]
  readonly meta: {
    /** Pass as `after` for the page that follows; null at the end. */
    readonly next: string | null
    /** Pass as `before` for the page in front; null at the beginning. */
    readonly prev: string | null
    /** Null when not asked for. */
    readonly count: number | null
    readonly countKind: CountKind
    readonly titles: Titles
    /** Of a search: whether what fits best comes first, or it stands in the order of the list, as it was asked for or too many were found to be ranked. Absent: nothing was searched for. */
    readonly search?: SearchOrder
    /** Of a search that did not look everywhere: how far it did. Absent: it looked everywhere, or nothing was searched for. */
    readonly reach?: SearchReach
    /** Of a page that begins at a value: about which share of the list stands in front of it, from 0 to 1. Absent: not told. */
    readonly share?: number
    /** What this person may do with the records of this page; absent: not told. */
    readonly can?: PageAbilities
    /** Absent: none were asked for. */
    readonly facets?: Facets
    /** What of the list is here, as it could not be gone through in time; absent: all that was asked for. */
    readonly bounded?: ListBound
    /** For whoever can help it: the list was slow, or has no index behind it. Told to owners, and while a project is developed. Absent: nothing is to be done. */
    readonly hint?: ListHint
  }
}

/** What is shown of a list that cannot be gone through in time. */
export interface ListBound {
  /** It stands in the order that was asked for; else in one that was at hand. */
  readonly isSorted: boolean
  /** No more than so many records were looked at, and there are others; absent: as many as fill the page. */
  readonly looked?: number
}

/** Why a list deserves an index. */
export type ListHint = 'slow' | 'unindexed'

/** How what a search finds is put in order. */
export type SearchOrder = 'ranked' | 'sorted'

/** How far a search looked. */
export interface SearchReach {
  /** `building`: what it looks into is not whole yet; `changed`: another program has just written, and what it wrote may be missing; `unindexed`: nothing is kept to look into. */
  readonly why: 'building' | 'changed' | 'unindexed'
  /** Among whose records: those of the list, or those that it points to. */
  readonly model: string
  /** How many records were looked through; absent: not told. */
  readonly rows?: number
  /** About which share of all is ready to be looked into, from 0 to 1; absent: not told. */
  readonly share?: number
}

/** By the name of the field. */
export interface Facets {
  readonly [field: string]: Facet
}

/** Which values a field has among the records of a list, as if that were not filtered by the field itself. */
export interface Facet {
  /** The most frequent first; the value null stands for nothing. Null in place of them: counting them would take too long. */
  readonly values: readonly { readonly value: Json; readonly count: number }[] | null
  /** How many records have another value than those. */
  readonly others?: number
}

/** For each act: true for all records of the page, false for none, else for each of them, in their order, whether it allows it. */
export interface PageAbilities {
  readonly edit: boolean | readonly boolean[]
  readonly remove: boolean | readonly boolean[]
  /** The only fields that this person may set in those that they may edit; absent: all that can be set. */
  readonly fields?: readonly string[]
}

/** One record. */
export interface RecordReply<Item = AnyRecord> {
  readonly data: Item
  readonly meta: {
    readonly id: string
    readonly titles: Titles
    /** What this person may do with this record. */
    readonly can: RecordAbilities
    /** Of the presented values, as in the ETag header; sent back as If-Match. */
    readonly etag: string
    /** The change-set of the write that this answers; absent: nothing was written. */
    readonly changeSet?: string
    /** Why this very record cannot be changed; `same-key`: other rows have the same key. Absent: nothing is in the way. */
    readonly closed?: 'same-key'
  }
}

/** What is left to say of a write that gives no record. */
export interface Written {
  /** Null: nothing was written. */
  readonly changeSet: string | null
}

/** What a person may do with one record. */
export interface RecordAbilities {
  readonly edit: boolean
  readonly remove: boolean
  /** The only fields that may be set; absent: all that can be set. */
  readonly fields?: readonly string[]
}

/** What to list. Everything absent has its default: the model's own order, 50 records, a bounded count. */
export interface ListQuery {
  readonly filter?: Filter
  /** `-placedAt,name` */
  readonly sort?: string
  /** What the search box says. */
  readonly q?: string
  /** Only these fields, beside the key. */
  readonly fields?: readonly string[]
  /** Records a page, up to 500; 0: none, only what is told of all of them. */
  readonly limit?: number
  readonly after?: string
  readonly before?: string
  /** The last page. Of `after`, `before`, `last`, `at` and `from`, one is given at most. */
  readonly last?: boolean
  /** The page that begins at a row, counted from 0, or about at a share of the list: `1200`, `37.5%`. */
  readonly at?: string
  /** The page that begins with the first record that has this value, or one behind it in the order, in what the list is sorted by first. */
  readonly from?: string
  readonly count?: 'none' | 'bounded' | 'exact'
  /** The fields whose values are counted among all records that match. */
  readonly facets?: readonly string[]
  /** Take as long as any read may: nothing short of the whole list is wanted. Absent: what can be shown in time is. */
  readonly whole?: boolean
}

/** A model of an adopted database: what was guessed, and what its owner said in place of it. */
export interface AdoptedModel extends ModelGuess {
  readonly correction: ModelCorrection
}

/** What became of an adopted database. */
export interface AdoptionReport {
  readonly objects: readonly AdoptedObject[]
  /** In the order of the sidebar. */
  readonly models: readonly AdoptedModel[]
  /** The names of the models in the order that an owner put them into; empty: as guessed. */
  readonly order: readonly string[]
  /** The models of which an owner said who may do what. */
  readonly ruled: readonly string[]
  /** Where rules can no longer be understood, so that a model is closed to a role. */
  readonly ruleTroubles: readonly RuleTrouble[]
}

/** An error as it travels (RFC 9457). */
export interface ProblemDocument {
  /** A URI reference that names the kind of error: `/problems/{code}`. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode
  readonly requestId: string
  readonly errors?: readonly (Problem & { readonly message: string })[]
  readonly conflict?: Conflict
  /** Of a refusal: which rule decided. */
  readonly explanation?: Explanation
  readonly params?: { readonly [name: string]: Json }
}

type OneAnEndpoint<M extends { readonly [name in EndpointName]: { readonly reply: unknown } }> = M

/** For each endpoint: what it takes and what it gives. An endpoint without one does not compile. */
export type Messages = OneAnEndpoint<{
  readonly boot: { reply: Boot }
  readonly readSession: { reply: { readonly person: Person | null } }
  readonly signIn: { body: { readonly email: string; readonly password: string }; reply: { readonly person: Person } }
  readonly signOut: { reply: undefined }
  readonly editPreferences: { body: PreferenceChanges; reply: { readonly preferences: Preferences } }
  readonly setUp: {
    body: { readonly token: string; readonly name: string; readonly email: string; readonly password: string }
    reply: { readonly person: Person }
  }
  readonly setPassword: {
    body: { readonly token: string; readonly password: string }
    reply: { readonly person: Person }
  }
  readonly describePeople: { reply: PeopleAbout }
  readonly listPeople: { reply: PeoplePage }
  readonly createPerson: {
    body: PersonChanges & { readonly name: string; readonly email: string; readonly role: string }
    reply: { readonly person: ListedPerson; readonly link: PersonLink }
  }
  readonly readPerson: { reply: { readonly person: ListedPerson } }
  /** `base` holds, for each value that changes, the one that the writer saw. */
  readonly editPerson: {
    body: { readonly values: PersonChanges; readonly base: PersonChanges }
    reply: { readonly person: ListedPerson }
  }
  readonly removePerson: { reply: undefined }
  readonly suspendPerson: { reply: { readonly person: ListedPerson } }
  readonly resumePerson: { reply: { readonly person: ListedPerson } }
  readonly resetPassword: { reply: { readonly link: PersonLink } }
  readonly endSessions: { reply: undefined }
  readonly viewAs: { body: { readonly person: string } | { readonly role: string }; reply: undefined }
  /** The question stands behind the `?` of the address, as an `AccessQuery`. */
  readonly askWhy: { reply: AccessReply }
  readonly readRights: { reply: ModelRights }
  readonly stopViewing: { reply: undefined }
  readonly openapi: { reply: { readonly [key: string]: Json } }
  readonly unlockModel: { body: Readonly<globalThis.Record<string, never>>; reply: { readonly model: BootModel } }
  readonly readAdoption: { reply: AdoptionReport }
  /** `base` is the order that the writer saw. */
  readonly arrangeModels: {
    body: { readonly order: readonly string[]; readonly base: readonly string[] }
    reply: AdoptionReport
  }
  /** `base` is the correction that the writer saw. */
  readonly correctModel: {
    body: { readonly correction: ModelCorrection; readonly base: ModelCorrection }
    reply: AdoptedModel
  }
  readonly readRules: { reply: ModelRulesReport }
  /** `base` is what the writer saw. */
  readonly saveRules: {
    body: { readonly rules: SaidRules; readonly base: SaidRules }
    reply: ModelRulesReport
  }
  readonly tryRules: { body: { readonly rules: SaidRules }; reply: RuleEffects }
  /** Not JSON: the bytes themselves. */
  readonly readBytes: { reply: Uint8Array }
  readonly listViews: { reply: ViewsReply }
  readonly createView: { body: NewView; reply: { readonly view: View } }
  readonly arrangeViews: { body: ViewArrangement; reply: { readonly views: ModelViews } }
  /** `base` holds, for each part that changes, what the writer saw. */
  readonly editView: {
    body: { readonly values: ViewChanges; readonly base: ViewChanges }
    reply: { readonly view: View }
  }
  readonly removeView: { reply: undefined }
  readonly restoreView: { reply: { readonly view: View } }
  /** Why the asker may or may not do something with a record. */
  readonly explainRecord: { reply: { readonly explanation: Explanation } }
  readonly listRecords: { query: ListQuery; reply: RecordPage }
  readonly createRecord: {
    body: { readonly values: AnyRecord; readonly children?: readonly ChildChanges[] }
    reply: RecordReply
  }
  readonly readRecord: { reply: RecordReply }
  readonly editRecord: {
    body: { readonly values: AnyRecord; readonly base: AnyRecord; readonly children?: readonly ChildChanges[] }
    reply: RecordReply
  }
  readonly removeRecord: { headers: { readonly 'If-Match': string }; reply: Written }
  /** What is asked stands behind the `?` of the address, as a `RecordHistoryQuery`. */
  readonly recordHistory: { reply: ChangePage }
  /** `change` is the id of a change: the record gets the values that it had after it. `fields` absent: all. `base` is what the writer sees in them. */
  readonly restoreRecord: {
    body: { readonly change: string; readonly fields?: readonly string[]; readonly base: AnyRecord }
    reply: RecordReply
  }
  readonly listTrash: { reply: TrashPage }
  /** `records` absent: all of the model. */
  readonly emptyTrash: { body: { readonly records?: readonly string[] }; reply: { readonly emptied: number } }
  readonly countMany: {
    body: { readonly act: 'edit' | 'remove'; readonly filter?: Filter; readonly q?: string }
    reply: ManyCount
  }
  readonly editMany: {
    body: { readonly which: WhichRecords; readonly values: AnyRecord; readonly next?: string }
    reply: ManyReply
  }
  readonly removeMany: { body: { readonly which: WhichRecords; readonly next?: string }; reply: ManyReply }
  readonly runAction: { body: { readonly records: readonly string[] }; reply: Written }
  /** What is asked stands behind the `?` of the address, as a `ChangesQuery`. */
  readonly listChanges: { reply: ChangeSetPage }
  /** Not JSON: text. */
  readonly exportChanges: { reply: Uint8Array }
  readonly readChanges: { reply: ChangePage & { readonly set: ChangeSet } }
  readonly previewUndo: { reply: UndoPreview }
  readonly undoChanges: { body: UndoRequest; reply: ManyReply }
  readonly readRetention: { reply: Retention }
  readonly saveRetention: {
    body: { readonly values: Partial<Retention>; readonly base: Partial<Retention> }
    reply: Retention
  }
  readonly readSlowLists: { reply: SlowListsReply }
  /** `terms` are those of a step that is advised. */
  readonly makeIndex: { body: { readonly terms: readonly string[] }; reply: SlowListsReply }
}>
