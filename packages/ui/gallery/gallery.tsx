/** Every part in all its states, in both directions and both themes. The address says which: `?lang=ar&theme=dark&section=buttons`. */
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../src/styles/tokens.css'
import '../src/styles/reset.css'
import '../src/styles/fonts.css'
import { serveTooltips } from '../src/tooltip/tooltips.ts'
import styles from './gallery.module.css'
import { Boxes } from './sections/boxes.tsx'
import { Buttons } from './sections/buttons.tsx'
import { Choices } from './sections/choices.tsx'
import { Colours } from './sections/colours.tsx'
import { Dates } from './sections/dates.tsx'
import { Fields } from './sections/fields.tsx'
import { Icons } from './sections/icons.tsx'
import { Marks } from './sections/marks.tsx'
import { Messages } from './sections/messages.tsx'
import { Oddities } from './sections/oddities.tsx'
import { Overlays } from './sections/overlays.tsx'
import { type GalleryLanguage, GalleryLanguageContext } from './speech.ts'

const sections: { readonly [name: string]: () => ReactNode } = {
  colours: Colours,
  buttons: Buttons,
  fields: Fields,
  choices: Choices,
  dates: Dates,
  marks: Marks,
  overlays: Overlays,
  messages: Messages,
  boxes: Boxes,
  icons: Icons,
  oddities: Oddities,
}

const address = new URLSearchParams(location.search)
const language: GalleryLanguage = address.get('lang') === 'ar' ? 'ar' : 'en'
const theme = address.get('theme') === 'dark' ? 'dark' : 'light'
const chosen = address.get('section')

document.documentElement.lang = language
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
document.documentElement.dataset.theme = theme

/** A link to the same page with something else in its address. */
function Turn({ name, value }: { readonly name: string; readonly value: string }) {
  const next = new URLSearchParams(address)
  next.set(name, value)
  return (
    <a href={`?${next}`} aria-current={address.get(name) === value ? 'true' : undefined}>
      {value}
    </a>
  )
}

function Gallery() {
  return (
    <GalleryLanguageContext value={language}>
      <header className={styles.head}>
        <h1>Haykal</h1>
        <nav className={styles.turns} aria-label="Gallery">
          <Turn name="lang" value="en" />
          <Turn name="lang" value="ar" />
          <Turn name="theme" value="light" />
          <Turn name="theme" value="dark" />
        </nav>
      </header>
      <main className={styles.page}>
        {Object.entries(sections)
          .filter(([name]) => chosen === null || chosen === name)
          .map(([name, Section]) => (
            <section key={name} id={name} className={styles.section} aria-labelledby={`${name}-title`}>
              <h2 id={`${name}-title`} className={styles.title}>
                {name}
              </h2>
              <Section />
            </section>
          ))}
      </main>
    </GalleryLanguageContext>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the gallery')
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
serveTooltips()
