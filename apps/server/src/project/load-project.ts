/** Loads a project's two files for the server, and says at once everything that is wrong with them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ModelRules } from '@haykal/access'
import { type DeclaredPeople, declarePeople } from '@haykal/auth'
import { fieldKinds } from '@haykal/fields'
import { type FieldKinds, ModelMistakes, type Models, resolveModels } from '@haykal/model'
import type { ModelFaces } from '@haykal/records'
import type { Project } from 'haykal'
import { facesOf, mistakesOfActions, type ProjectServer } from 'haykal/server'
import type { RunningEndpoint } from '../handlers/state.ts'
import { Mistake } from '../mistake.ts'
import { projectFile } from './find-target.ts'

/** A project, checked. */
export interface LoadedProject {
  readonly project: Project
  readonly models: Models
  readonly people: DeclaredPeople
  readonly rules: { readonly [model: string]: ModelRules }
  /** Hooks and actions, by model. */
  readonly faces: ReadonlyMap<string, ModelFaces>
  readonly endpoints: readonly RunningEndpoint[]
  readonly fill?: ProjectServer['fill']
}

const serverFile = 'haykal.server.ts'

/** Loads and checks. Throws `Mistake`, or `ModelMistakes` with every mistake of the models. */
export async function loadProject(folder: string): Promise<LoadedProject> {
  const project = await load<Project>(folder, projectFile, 'project')
  const server = existsSync(join(folder, serverFile))
    ? await load<ProjectServer>(folder, serverFile, 'server')
    : undefined
  if (!/^[A-Za-z0-9-]+$/.test(project.name)) {
    throw new Mistake(`The project is called "${project.name}": its name may hold letters, digits and dashes only.`)
  }
  const { models, people } = modelsAndPeople(project)
  const endpoints = runningEndpoints(project, server)
  const mistakes = [
    ...mistakesOfEndpoints(project),
    ...mistakesOfScreens(project),
    ...mistakesOfAllowed(project, people.roleNames),
    ...mistakesOfActions(server?.models ?? [], { models, roleNames: people.roleNames }),
  ]
  if (mistakes.length > 0)
    throw new Mistake(`The project has ${mistakes.length === 1 ? 'a mistake' : 'mistakes'}: ${mistakes.join('; ')}.`)
  return {
    project,
    models,
    people,
    rules: Object.fromEntries((server?.models ?? []).map(({ model, rules }) => [model, rules])),
    faces: new Map((server?.models ?? []).map((face) => [face.model, facesOf(face)])),
    endpoints,
    fill: server?.fill,
  }
}

/** Both at once, so that the mistakes of the one do not hide those of the other. */
function modelsAndPeople(project: Project): { models: Models; people: DeclaredPeople } {
  const mistakes: string[] = []
  const attempt = <Result>(work: () => Result): Result | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof ModelMistakes)) throw error
      mistakes.push(...error.mistakes)
      return undefined
    }
  }
  const models = attempt(() => resolveModels(project.models, { kinds: fieldKinds, hasOrderKeys: true }))
  const people = attempt(() => declarePeople(project))
  if (!models || !people) throw new ModelMistakes(mistakes)
  return { models, people }
}

async function load<Exported>(folder: string, file: string, name: string): Promise<Exported> {
  const path = join(folder, file)
  const loaded: unknown = await import(pathToFileURL(path).href).catch((error: unknown) => {
    throw new Mistake(`${path} cannot be loaded: ${reasonOf(error, folder)}`, error)
  })
  const exported = (loaded as { readonly [name: string]: unknown })[name]
  if (typeof exported !== 'object' || exported === null) throw new Mistake(`${path} must export \`${name}\`.`)
  return exported as Exported
}

/** What an error says, and where in the project it comes from. */
function reasonOf(error: unknown, folder: string): string {
  if (!(error instanceof Error)) return String(error)
  const [message = ''] = error.message.split('\n')
  const place = error.stack?.split('\n').find((line) => line.includes(folder) && !message.includes(line.trim()))
  return place === undefined ? message : `${message} (${place.trim().replace(/^at\s+/, '')})`
}

function runningEndpoints(project: Project, server: ProjectServer | undefined): RunningEndpoint[] {
  const faces = server?.endpoints ?? []
  return (project.endpoints ?? []).map((endpoint) => {
    const face = faces.find((each) => each.endpoint === endpoint)
    if (!face)
      throw new Mistake(
        `The endpoint ${endpoint.method} ${endpoint.path} has no server face: list it in ${serverFile}.`,
      )
    return { endpoint, server: face }
  })
}

function mistakesOfEndpoints({ endpoints = [] }: Project): string[] {
  const kinds: FieldKinds = fieldKinds
  const names = endpoints.map(({ method, path }) => `${method} ${path}`)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  const paths = endpoints.filter(({ path }) => !/^(\/[\w.~-]+)+$/.test(path))
  const options = endpoints.flatMap(({ method, path, query }) =>
    Object.entries(query).flatMap(([name, field]) => {
      const where = `endpoint ${method} ${path}, parameter "${name}"`
      const kind = Object.hasOwn(kinds, field.kind) ? kinds[field.kind] : undefined
      if (!kind) return [`${where}: there is no field kind "${field.kind}"`]
      return (kind.checkOptions?.(field) ?? []).map((mistake) => `${where}: ${mistake}`)
    }),
  )
  return [
    ...[...twice].map((name) => `endpoint ${name} is there twice`),
    ...paths.map(
      ({ path }) => `the path ${path} of an endpoint may hold letters, digits and - . _ ~ between slashes only`,
    ),
    ...options,
  ]
}

/** Roles that nobody can have: most likely written wrongly, and then an endpoint would be for nobody. */
function mistakesOfAllowed({ endpoints = [] }: Project, roleNames: readonly string[]): string[] {
  return endpoints.flatMap(({ method, path, allowed }) =>
    (typeof allowed === 'string' ? [] : allowed)
      .filter((role) => !roleNames.includes(role))
      .map(
        (role) =>
          `endpoint ${method} ${path} is for the role "${role}", which is not declared; known are ${roleNames.join(', ')}`,
      ),
  )
}

/** Screens live beside models in one space of addresses. */
function mistakesOfScreens({ screens = [], models }: Project): string[] {
  const modelNames = new Set(models.map((model) => model.name))
  const paths = screens.map(({ path }) => path)
  return screens.flatMap(({ name, path }) => {
    const [first = ''] = path.slice(1).split('/')
    if (first === '' || first === '-' || first === 'api')
      return [`the screen "${name}" cannot have the address ${path}, which is Haykal's own`]
    if (modelNames.has(decodeURIComponent(first)))
      return [`the screen "${name}" cannot have the address ${path}, which is that of a model`]
    return paths.indexOf(path) === paths.lastIndexOf(path) ? [] : [`the address ${path} is given to two screens`]
  })
}
