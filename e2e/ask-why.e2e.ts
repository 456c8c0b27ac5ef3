/** Whoever is refused asks why and reads a sentence; an owner who looks as them sees exactly the same. */
import type { Browser, Locator, Page } from '@playwright/test'
import { type HaykalServer, password } from './fixtures/haykal-server.ts'
import { expect, test } from './fixtures/test.ts'

/** Somebody whom an owner lets in, in a browser of their own. */
interface Colleague {
  readonly id: string
  readonly page: Page
}

interface NewColleague {
  readonly browser: Browser
  readonly haykal: HaykalServer
  readonly owner: Page
  readonly person: {
    readonly name: string
    readonly email: string
    readonly role: string
    readonly attributes?: object
  }
}

/** Makes a colleague and signs them in; how one does it by hand is told elsewhere. */
async function letIn({ browser, haykal, owner, person }: NewColleague): Promise<Colleague> {
  const made = await owner.request.post(`${haykal.url}/api/v1/-/people`, { data: person })
  const answer = (await made.json()) as { person: { id: string }; link: { path: string } }
  const token = answer.link.path.split('#')[1]
  const context = await browser.newContext({ locale: 'en', timezoneId: 'UTC' })
  await context.request.post(`${haykal.url}/api/v1/-/password`, { data: { token, password } })
  return { id: answer.person.id, page: await context.newPage() }
}

/** The number of the first order that somebody sees with a status. */
async function orderOf({ request }: Page, haykal: HaykalServer, status: string): Promise<number> {
  const reply = await request.get(`${haykal.url}/api/v1/orders?filter[status][eq]=${status}&limit=1`)
  const { data } = (await reply.json()) as { data: { number: number }[] }
  expect(data).toHaveLength(1)
  return data[0]?.number ?? 0
}

/** What a list, a record and its "why" say on the screen. */
async function textsOf(page: Page, { haykal, order, name }: Sight): Promise<readonly string[]> {
  await page.goto(`${haykal.url}/orders`)
  const rows = page.getByRole('grid').getByRole('row')
  await expect(rows.nth(9)).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const list = (await rows.allInnerTexts()).slice(0, 10)
  await page.goto(`${haykal.url}/orders/${order}`)
  const article = page.getByRole('article')
  await expect(article.getByRole('term').first()).toBeVisible()
  // Its lines and its shipments.
  await expect(article.getByRole('table')).toHaveCount(2)
  // What became of it is asked for when it comes into sight.
  const history = article.locator('section').last()
  await history.scrollIntoViewIfNeeded()
  await expect(history.locator('p, li').first()).toBeVisible()
  const [record] = await article.allInnerTexts()
  await expect(article.getByRole('button', { name: name.edit })).toHaveCount(name.canEdit ? 1 : 0)
  const dialog = await askWhy(page, name)
  const [why] = await dialog.allInnerTexts()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: name.more })).toBeFocused()
  return [...list, record ?? '', why ?? '']
}

interface Words {
  readonly more: string
  readonly edit: string
  readonly why: string
  readonly canEdit: boolean
}

interface Sight {
  readonly haykal: HaykalServer
  readonly order: number
  readonly name: Words
}

/** Asks by keyboard alone. */
async function askWhy(page: Page, { more, why }: Words): Promise<Locator> {
  await page.getByRole('button', { name: more }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: why })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: why })
  // What a screen reader reads aloud when it arrives.
  await expect(dialog.getByRole('status').first()).toHaveText(/\S/)
  await expect(dialog.locator('[aria-busy=true]')).toHaveCount(0)
  return dialog
}

/** What the server answers, but for the number of a request. */
async function answersOf({ request }: Page, haykal: HaykalServer, order: number): Promise<readonly string[]> {
  const paths = [
    'orders',
    'orders?filter[status][eq]=draft&count=exact',
    'orders?filter[margin][gt]=0',
    `orders/${order}`,
    `orders/${order}/-/why/edit`,
    `orders/${order}/-/why/remove`,
    'customers?sort=-name',
    'lines?count=exact',
    '-/people',
    '-/session',
    '-/openapi.json',
  ]
  const answers: string[] = []
  for (const path of paths) {
    const reply = await request.get(`${haykal.url}/api/v1/${path}`)
    answers.push(`${path} ${reply.status()} ${(await reply.text()).replace(/"requestId":"[^"]+"/, '')}`)
  }
  return answers
}

/** The owner looks as a colleague, by hand. */
async function viewAs(owner: Page, haykal: HaykalServer, { id }: Colleague): Promise<void> {
  await owner.goto(`${haykal.url}/-/settings/people?person=${id}`)
  await owner.getByRole('button', { name: 'View as', exact: true }).click()
  await expect(owner).toHaveURL(/\/orders$/)
}

test('a clerk is refused and reads why; the owner looks as the clerk and sees exactly the same', async ({
  browser,
  haykal,
  signIn,
}) => {
  test.slow()
  const owner = await signIn('owner', haykal)
  const person = { name: 'Salma Hassan', email: 'salma@bazaar.example', role: 'clerk', attributes: { country: 'EG' } }
  const clerk = await letIn({ browser, haykal, owner, person })
  const { page } = clerk
  const [draft, shipped] = [await orderOf(page, haykal, 'paid'), await orderOf(page, haykal, 'shipped')]
  const values = { values: { status: 'draft' }, base: { status: 'paid' } }
  await owner.request.patch(`${haykal.url}/api/v1/orders/${draft}`, { data: values })

  // Refused as it would become: the sentence stands where one looks for the result of saving, and is read aloud.
  await page.goto(`${haykal.url}/orders/${draft}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Status').selectOption('Paid')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert').getByText('The role Clerk')).toHaveText(
    'The role Clerk may edit only Orders where “Status” is “Draft”. It would have become one where Status is Paid.',
  )
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByRole('article').getByText('Draft', { exact: true }).first()).toBeVisible()

  // Not offered at all: one asks why.
  const name = { more: 'More actions', edit: 'Edit', why: 'Why can’t I edit this?', canEdit: false }
  const sight = { haykal, order: shipped, name }
  const seen = await textsOf(page, sight)
  expect(seen.at(-1)).toContain(
    'The role Clerk may edit only Orders where “Status” is “Draft”. Here Status is Shipped.',
  )
  expect(seen.at(-1)).toContain('The role Clerk may not remove Orders.')
  expect(seen.join()).not.toContain('Margin')

  await viewAs(owner, haykal, clerk)
  await expect(owner.getByText('You are looking as Salma Hassan. Nothing can be changed.')).toBeVisible()
  expect(await textsOf(owner, sight)).toEqual(seen)
  expect(await answersOf(owner, haykal, shipped)).toEqual(await answersOf(page, haykal, shipped))
  expect(await answersOf(owner, haykal, draft)).toEqual(await answersOf(page, haykal, draft))
  await page.context().close()
})

test('an editor who works in Arabic asks in Arabic, and the owner looks in Arabic too', async ({
  browser,
  haykal,
  signIn,
}) => {
  test.slow()
  const owner = await signIn('owner', haykal)
  const person = { name: 'منى', email: 'mona@bazaar.example', role: 'editor' }
  const editor = await letIn({ browser, haykal, owner, person })
  const { page } = editor
  await page.request.patch(`${haykal.url}/api/v1/-/preferences`, { data: { language: 'ar' } })
  const order = await orderOf(page, haykal, 'shipped')
  const name = { more: 'إجراءات أخرى', edit: 'تعديل', why: 'لماذا لا يمكنني حذف هذا؟', canEdit: true }
  const seen = await textsOf(page, { haykal, order, name })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(seen.at(-1)).toContain('لا يتيح الدور محرر من الطلبات إلا حذف ما تحقق فيه أن')
  expect(seen.at(-1)).toContain('الحالة: مشحون')

  await viewAs(owner, haykal, editor)
  await expect(owner.locator('html')).toHaveAttribute('lang', 'ar')
  expect(await textsOf(owner, { haykal, order, name })).toEqual(seen)
  expect(await answersOf(owner, haykal, order)).toEqual(await answersOf(page, haykal, order))
  await page.context().close()
})
