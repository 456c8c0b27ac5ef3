/** No text on a screen stands outside of the catalogues, in English as in Arabic. */
import { unmarkedTexts } from './fixtures/pseudo-language.ts'
import { adoptedScreens, screens, showIn } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

/** Where people's own words stand: values of records, names of models, fields and people, help that a project wrote, and examples of a choice. */
const known = [
  ...['bdi', '[role=gridcell]', 'main dd', 'main td', 'main li a', 'option', 'time'],
  // Code, and what a database says.
  'main pre',
  ...['nav h2', '[id$=help]', 'main input[placeholder][lang]', 'textarea', '[data-value]'],
  // Parts of a date, in the words of the browser's own calendar.
  ...['[role=spinbutton]', '[id^=react-aria-description]'],
].join(', ')

/** Regions that are called after a record or a model. */
// React Aria names its own buttons, in its own translations.
const named = ':is([data-rac], [role=grid], [role=group], main section, main form, main aside, main ul)'

/** Pages of the sample project, whose words are its own. */
const ofTheProject: ReadonlySet<string> = new Set(['shop', 'low-stock'])

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

for (const language of ['en', 'ar'] as const) {
  test.describe(language, () => {
    test.use({ marked: language })

    test(`every text of every screen is in the catalogues (${language})`, async ({
      haykal,
      adopted,
      signIn,
      browser,
    }) => {
      const stranger = await (await browser.newContext()).newPage()
      const owner = await signIn('owner', haykal)
      const adopter = await signIn('owner', adopted)
      for (const page of [stranger, owner]) await showIn(page, { url: haykal.url, language, theme: 'light' })
      await showIn(adopter, { url: adopted.url, language, theme: 'light' })
      const visits = [
        ...screens.map((screen) => ({ screen, page: screen.signedIn ? owner : stranger, url: haykal.url })),
        ...adoptedScreens.map((screen) => ({ screen, page: adopter, url: adopted.url })),
      ]
      for (const { screen, page, url } of visits) {
        await screen.open(page, url)
        const around = ofTheProject.has(screen.name) ? `${known}, main` : known
        expect.soft(await unmarkedTexts(page, { known: around, named }), screen.name).toEqual([])
      }
      await stranger.context().close()
    })
  })
}
