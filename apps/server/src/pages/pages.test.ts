// The pages and their files: how they are cached and packed, and who may have them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { choosePacking } from './choose-packing.ts'
import { openWebBuild } from './web-build.ts'

const files = {
  'index.html': '<!doctype html><title>skeleton</title>',
  'index.html.br': 'packed skeleton',
  'icon.svg': '<svg/>',
  'assets/main-abc.js': 'main',
  'assets/main-abc.js.br': 'main in brotli',
  'assets/main-abc.js.gz': 'main in gzip',
  'assets/main-abc.js.map': 'a source map',
  'assets/main-abc.css': 'styles',
  'assets/shared-abc.js': 'shared',
  'assets/public-abc.js': 'public screens',
  'assets/web-abc.js': 'private screens',
  'assets/cells-abc.js': 'private cells',
  'assets/cells-abc.css': 'their styles',
  'assets/stock-abc.js': 'a private screen',
  'assets/stock-abc.css': 'its styles',
  'assets/font-abc.woff2': 'font',
  '.env': 'secret',
  '.git/config': 'secret',
  '.vite/manifest.json': JSON.stringify({
    'index.html': {
      file: 'assets/main-abc.js',
      name: 'main',
      isEntry: true,
      imports: ['_shared.js'],
      css: ['assets/main-abc.css'],
      assets: ['assets/font-abc.woff2'],
    },
    '_shared.js': { file: 'assets/shared-abc.js', name: 'shared' },
    'haykal.public.ts': {
      file: 'assets/public-abc.js',
      name: 'project-public',
      isEntry: true,
      imports: ['_shared.js', 'index.html'],
    },
    'haykal.web.ts': {
      file: 'assets/web-abc.js',
      name: 'project-web',
      isEntry: true,
      imports: ['_shared.js', '_cells.js'],
      dynamicImports: ['stock.tsx'],
    },
    '_cells.js': { file: 'assets/cells-abc.js', css: ['assets/cells-abc.css'], imports: ['_shared.js'] },
    'stock.tsx': {
      file: 'assets/stock-abc.js',
      name: 'stock',
      css: ['assets/stock-abc.css'],
      imports: ['haykal.web.ts'],
    },
  }),
}

let folder: string
let server: TestServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-web-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  server = await openTestServer({ web: folder })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('the skeleton', () => {
  it.each(['/', '/articles', '/articles/1', '/-/sign-in', '/-/setup', '/a.b/c.d', '/%E0', '/articles?filter[x]=1'])(
    'is what a browser gets at %s',
    async (path) => {
      const response = await server.ask(`GET ${path}`, { headers: html })
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(files['index.html'])
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        vary: 'Accept, Accept-Encoding',
        'content-security-policy':
          "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      })
    },
  )

  it('is not sent again to whoever has it', async () => {
    const first = await server.ask('GET /', { headers: html })
    const ETag = first.headers.get('etag') ?? ''
    const again = await server.ask('GET /articles', { headers: { ...html, 'If-None-Match': `"x", W/${ETag}` } })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(ETag)
    expect(await again.text()).toBe('')
    const packed = await server.ask('GET /', { headers: { ...html, 'Accept-Encoding': 'br', 'If-None-Match': ETag } })
    expect(packed.status).toBe(200)
    expect(await packed.text()).toBe('packed skeleton')
  })

  it('is not what a program gets in the place of a file or of JSON', async () => {
    expect((await server.ask('GET /missing.js', { headers: { Accept: '*/*' } })).status).toBe(404)
    expect((await server.ask('GET /articles', { headers: { Accept: 'application/json' } })).status).toBe(404)
    expect((await server.ask('GET /api/v1/-/nothing', { as: 'owner', headers: html })).status).toBe(404)
    expect((await server.ask('GET /articles', { headers: { Accept: '*/*' } })).status).toBe(200)
  })

  it('is the same for everyone', async () => {
    const texts = await Promise.all(
      (['owner', 'signed out'] as const).map(
        async (as) => await (await server.ask('GET /', { as, headers: html })).text(),
      ),
    )
    expect(new Set(texts).size).toBe(1)
  })
})

describe('a file of the build', () => {
  const get = (path: string, headers = {}) => server.ask(`GET ${path}`, { headers })

  it('is kept for ever where its name changes with its content', async () => {
    const script = await get('/assets/main-abc.js')
    expect(await script.text()).toBe('main')
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    const font = await get('/assets/font-abc.woff2')
    expect(font.headers.get('content-type')).toBe('font/woff2')
    expect(font.headers.get('cache-control')).toContain('immutable')
    expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  it('comes packed as the browser likes', async () => {
    const packed = async (accepted: string) => {
      const response = await get('/assets/main-abc.js', { 'Accept-Encoding': accepted })
      return `${response.headers.get('content-encoding')}: ${await response.text()}`
    }
    expect(await packed('gzip, deflate, br, zstd')).toBe('br: main in brotli')
    expect(await packed('gzip')).toBe('gzip: main in gzip')
    expect(await packed('br;q=0, gzip;q=0.5')).toBe('gzip: main in gzip')
    expect(await packed('identity')).toBe('null: main')
    expect((await get('/icon.svg', { 'Accept-Encoding': 'br' })).headers.get('content-encoding')).toBeNull()
  })

  it.each(['/assets/web-abc.js', '/assets/cells-abc.js', '/assets/stock-abc.js', '/assets/stock-abc.css'])(
    '%s is for signed-in people',
    async (path) => {
      expect((await get(path)).status).toBe(404)
      expect((await server.ask(`GET ${path}`, { as: 'session ended' })).status).toBe(404)
      const response = await server.ask(`GET ${path}`, { as: 'reader' })
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      expect(response.headers.get('vary')).toBe('Accept-Encoding, Cookie')
    },
  )

  it.each(['/assets/public-abc.js', '/assets/shared-abc.js', '/assets/main-abc.css'])(
    '%s is for everyone',
    async (path) => {
      expect((await get(path)).status).toBe(200)
    },
  )

  it.each([
    '/.env',
    '/.git/config',
    '/.vite/manifest.json',
    '/assets/main-abc.js.map',
    '/assets/main-abc.js.br',
    '/assets/../.env',
    '/assets/%2e%2e/.env',
    '/assets/..%2f.env',
    '//.env',
    '/%2eenv',
    '/assets\\..\\.env',
    '/assets/main-abc.js/',
    '/ASSETS/main-abc.js',
    '/assets/web-abc.js%00',
    '/assets%2fweb-abc.js',
    '/assets//web-abc.js',
    '/assets/Web-abc.js',
  ])('%s is not there', async (path) => {
    const response = await get(path, { Accept: 'application/octet-stream' })
    expect(response.status).toBe(404)
    expect(await response.text()).not.toMatch(/secret|private screen|source map/)
  })

  it('is told of in boot where somebody may load it', async () => {
    const modules = async (as: 'reader' | 'signed out') =>
      ((await (await server.ask('GET /api/v1/-/boot', { as })).json()) as { modules: object }).modules
    const open = { public: { address: '/assets/public-abc.js', ahead: [] } }
    const cells = ['/assets/cells-abc.js', '/assets/cells-abc.css']
    expect(await modules('reader')).toEqual({ ...open, web: { address: '/assets/web-abc.js', ahead: cells } })
    expect(await modules('signed out')).toEqual(open)
  })
})

describe('a folder that is no build', () => {
  it('is refused in one sentence', () => {
    expect(() => openWebBuild(join(folder, 'assets'))).toThrow(/^There are no built pages in .*\.$/)
  })
})

describe('packing', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['*', 'br'],
    ['gzip;q=x', undefined],
    ['BR', 'br'],
    ['*;q=0, gzip', 'gz'],
  ])('is chosen from %j', (accepted, expected) => {
    expect(choosePacking(accepted, ['br', 'gz'])).toBe(expected)
  })
})
