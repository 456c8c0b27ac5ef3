/** Lets the entries of a project bring their own styles: the app imports them by address, so no page links these. */
import type { Plugin, Rolldown } from 'vite'
import { projectFaces } from './project-faces.ts'

const faceNames: ReadonlySet<string> = new Set(projectFaces.map(({ entry }) => entry))

/** Puts a few words before each entry of a project that load its style sheets, unless the page has them. */
export function projectStyles(): Plugin {
  return {
    name: 'haykal:project-styles',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.isEntry || !faceNames.has(chunk.name)) continue
          const styles = [...stylesOf(bundle, chunk.fileName)]
          // The file's name has the names of its styles in its hash: Vite adds them, as it does for its own preloads.
          if (styles.length > 0) chunk.code = loadingCode(styles) + chunk.code
        }
      },
    },
  }
}

/** The style sheets of a chunk and of all that it imports statically. */
function stylesOf(bundle: Rolldown.OutputBundle, fileName: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[fileName]
  const styles = new Set<string>()
  if (chunk?.type !== 'chunk' || seen.has(fileName)) return styles
  seen.add(fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(`/${style}`)
  for (const imported of chunk.imports) for (const style of stylesOf(bundle, imported, seen)) styles.add(style)
  return styles
}

function loadingCode(styles: readonly string[]): string {
  return (
    `await Promise.all(${JSON.stringify(styles)}.map((href)=>document.querySelector(\`link[rel=stylesheet][href="\${href}"]\`)||` +
    'new Promise((done)=>{const link=document.createElement("link");link.rel="stylesheet";link.href=href;' +
    'link.onload=link.onerror=done;document.head.append(link)})));\n'
  )
}
