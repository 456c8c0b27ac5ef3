// Who may do what, over HTTP: owners read the rules in words and ask why; everybody else learns not even that there is such an address.
import type { AccessReply, ModelRights } from '@haykal/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, password, type TestRequest, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let salma: string
let omar: string
let clerkCookie: string
beforeAll(async () => {
  server = await openTestServer()
  const { auth } = server.state
  const person = { name: 'Salma', email: 'salma@example.com', role: 'clerk', password, attributes: { country: 'EG' } }
  salma = (await auth.createPerson(person)).id
  omar = (await auth.createPerson({ ...person, name: 'Omar', email: 'omar@example.com', attributes: {} })).id
  const { token } = await auth.signIn({ email: person.email, password, address: '192.0.2.9' })
  clerkCookie = `haykal=${token}`
})
afterAll(async () => await server.close())

async function ask(address: string, request: TestRequest = { as: 'owner' }) {
  const response = await server.ask(`GET /api/v1/-/access${address}`, request)
  const text = await response.text()
  return { status: response.status, text, reply: JSON.parse(text) as unknown }
}

async function why(question: { readonly [name: string]: string }): Promise<AccessReply> {
  const { status, text, reply } = await ask(`?${new URLSearchParams(question)}`)
  expect(status, text).toBe(200)
  return reply as AccessReply
}

describe('the rules of a model', () => {
  it('are told for every role, the ready-made ones and the public included', async () => {
    const { roles } = (await ask('/authors')).reply as ModelRights
    expect(roles.map(({ role }) => role)).toEqual(['owner', 'editor', 'reader', 'clerk', 'guest', 'public'])
    const own = {
      code: 'some',
      condition: {
        ...{ type: 'test', path: ['Country'], operator: 'eq', values: [] },
        mine: [{ name: 'country', label: { en: 'Country', ar: 'البلد' } }],
      },
    }
    expect(roles[3]).toEqual({
      role: 'clerk',
      roleLabel: { en: 'Clerk', ar: 'موظف' },
      isDefault: false,
      // What has to hold for seeing one is told once, though it has to hold for editing too.
      acts: { read: own, create: { code: 'none' }, edit: own, remove: { code: 'none' } },
      hidden: ['Salary'],
      readOnly: [],
    })
    expect(roles[1]).toMatchObject({ isDefault: true, acts: { remove: { code: 'all' } } })
    expect(roles[4]).toMatchObject({ acts: { read: { code: 'none' }, edit: { code: 'none' } }, hidden: [] })
  })

  it('are not there for a model that is not', async () => {
    expect((await ask('/nothing')).status).toBe(404)
  })
})

describe('asking why', () => {
  it('answers for a role, and for a person with what they have', async () => {
    expect(await why({ role: 'editor', act: 'remove', model: 'articles', id: '3' })).toMatchObject({
      title: 'Article 03',
      explanation: {
        ...{ code: 'some', isAllowed: false, about: { type: 'role' } },
        condition: { path: ['Status'], values: ['Draft'] },
        facts: [{ field: 'Status', value: 'Published' }],
      },
    })
    const egypt = await why({ person: salma, act: 'edit', model: 'authors', id: '1' })
    expect(egypt).toMatchObject({
      person: { id: salma, name: 'Salma', isSuspended: false },
      explanation: { isAllowed: true, about: { type: 'person', name: 'Salma' }, condition: { values: ['EG'] } },
    })
    const germany = await why({ person: salma, act: 'edit', model: 'authors', id: '2' })
    expect(germany.explanation).toMatchObject({ isAllowed: false, act: 'read', facts: [{ value: 'DE' }] })
    const lacking = await why({ person: omar, act: 'read', model: 'authors' })
    expect(lacking.explanation).toMatchObject({ isAllowed: false, condition: { isUnknown: true } })
  })

  it('answers for one field', async () => {
    const asked = { act: 'edit', model: 'authors', field: 'salary' }
    expect((await why({ ...asked, person: salma })).explanation).toMatchObject({ code: 'hidden', field: 'Salary' })
    expect((await why({ ...asked, role: 'editor' })).explanation).toMatchObject({ code: 'all', isAllowed: true })
  })

  it('says of whoever is suspended that they are', async () => {
    await server.ask(`POST /api/v1/-/people/${omar}/-/suspend`, { as: 'owner' })
    expect((await why({ person: omar, act: 'read', model: 'articles' })).person).toMatchObject({ isSuspended: true })
  })

  it('says everything that is wrong with a question at once', async () => {
    const problemsOf = async (address: string) => {
      const { status, reply } = await ask(address)
      const { errors } = reply as { readonly errors: readonly { readonly pointer: string; readonly code: string }[] }
      return `${status} ${errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`
    }
    expect(await problemsOf('')).toBe('400 ?act required, ?model required, ?person required')
    expect(await problemsOf('?act=burn&model=authors&role=a&person=b&more=1')).toBe(
      '400 ?act not_an_option, ?more unknown_parameter, ?person not_an_option',
    )
    expect(await problemsOf('?act=read&model=nothing&role=baker')).toBe('422 ?role not_an_option, ?model not_an_option')
    expect(await problemsOf('?act=read&model=authors&field=pay&person=7')).toBe(
      '422 ?person no_such_record, ?field unknown_field',
    )
    expect(await problemsOf('?act=read&model=authors&id=999&role=reader')).toBe('422 ?id no_such_record')
  })
})

describe('everybody else', () => {
  const addresses = ['', '/authors', '?role=clerk&act=read&model=authors', '?nonsense=1', '/nothing']

  /** Every address answers as one that was never there. */
  async function expectNothing(request: TestRequest): Promise<void> {
    for (const address of addresses) {
      const real = await ask(address, request)
      const never = await server.ask(`GET /api/v1/-/nothere${address}`, request)
      const { requestId: _, ...document } = real.reply as { requestId: string }
      const { requestId: __, ...other } = (await never.json()) as { requestId: string }
      expect({ status: real.status, document }).toEqual({ status: never.status, document: other })
      expect(real.status).not.toBe(200)
      expect(real.text).not.toMatch(/clerk|country|salary|explanation|"required"/i)
    }
  }

  it.each(['editor', 'reader', 'signed out', 'session ended'] as const)('learns nothing: %s', async (as) => {
    await expectNothing({ as })
  })

  it('learns nothing: a clerk, and an owner who looks as one', async () => {
    await expectNothing({ headers: { Cookie: clerkCookie } })
    await server.ask('POST /api/v1/-/view-as', { as: 'owner', body: { role: 'clerk' } })
    await expectNothing({ as: 'owner' })
    await server.ask('DELETE /api/v1/-/viewing', { as: 'owner' })
    expect((await ask('/authors')).status).toBe(200)
  })
})
