/** How Vite is set up: what production and development have in common. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { fontLicences } from './font-licences.ts'
import { keepFacesApart } from './keep-faces-apart.ts'
import { webFolder } from './places.ts'
import { projectStyles } from './project-styles.ts'
import { refuseServerCode } from './refuse-server-code.ts'
import { startScript } from './start-script.ts'

/** The settings for both. */
export function viteOptions(): InlineConfig {
  return {
    root: webFolder,
    configFile: false,
    envDir: false,
    publicDir: false,
    appType: 'spa',
    plugins: [refuseServerCode(), react(), startScript(), projectStyles(), keepFacesApart(), fontLicences()],
    resolve: {
      // A project's own files must share these with the app, wherever the project lies.
      dedupe: ['haykal', 'react', 'react-dom', '@tanstack/react-query', '@tanstack/react-router'],
    },
    cacheDir: resolve(webFolder, 'node_modules/.vite'),
  }
}
