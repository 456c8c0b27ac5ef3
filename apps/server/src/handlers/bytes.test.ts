// The bytes of a field over HTTP: pictures as what they are, everything else as a download that no browser runs.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foreignWrite, makeFolder } from '../testing/foreign-file.ts'
import { type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex')

interface FileCase {
  readonly name: string
  readonly bytes: string
  readonly mediaType: string
  readonly ending: string
  readonly id: number
}

/** The beginnings of files, and what each is answered as. */
const files: readonly FileCase[] = (
  [
    ['a PNG', '89504e470d0a1a0a0000000d', 'image/png', 'png'],
    ['a JPEG', 'ffd8ffe000104a464946', 'image/jpeg', 'jpg'],
    ['a GIF', hex('GIF89a....'), 'image/gif', 'gif'],
    ['a WebP', hex('RIFF....WEBPVP8 '), 'image/webp', 'webp'],
    ['an AVIF', `0000001c${hex('ftypavif....avifmif1miaf')}`, 'image/avif', 'avif'],
    ['an AVIF among others', `0000001c${hex('ftypmif1....mif1avifmiaf')}`, 'image/avif', 'avif'],
    ['a HEIC', `0000001c${hex('ftypheic....mif1heicmiaf')}`, 'application/octet-stream', 'bin'],
    ['a BMP', hex('BM......'), 'image/bmp', 'bmp'],
    [
      'an SVG',
      hex('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'application/octet-stream',
      'bin',
    ],
    ['a page', hex('<!doctype html><script>alert(1)</script>'), 'application/octet-stream', 'bin'],
    ['a PDF', hex('%PDF-1.7'), 'application/octet-stream', 'bin'],
    ['almost a PNG', '89504e47', 'application/octet-stream', 'bin'],
    ['a single byte', '00', 'application/octet-stream', 'bin'],
    ['a file type box that is too long', `ffffffff${hex('ftyp')}`, 'application/octet-stream', 'bin'],
    ['nothing', '', 'application/octet-stream', 'bin'],
  ] as const
).map(([name, bytes, mediaType, ending], index) => ({ name, bytes, mediaType, ending, id: index + 1 }))

let folder: ReturnType<typeof makeFolder>
let server: TestServer
beforeAll(async () => {
  folder = makeFolder()
  const file = join(folder.path, 'files.sqlite')
  foreignWrite(
    file,
    `create table files (id integer primary key, name text, content blob);
     ${files.map(({ name, bytes, id }) => `insert into files values (${id}, '${name}', x'${bytes}');`).join('\n')}
     insert into files values (100, 'none', null);
     create table odd (id text primary key, "bild/größe" blob);
     insert into odd values ('a/b "c"
', x'00'), ('../x', x'01')`,
  )
  server = await openTestServer({ target: file })
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

const ask = (path: string, as: Identity = 'reader') => server.ask(`GET /api/v1/${path}`, { as })

describe('the bytes of a field', () => {
  it.each(files)('of $name are answered as what they are', async ({ bytes, mediaType, ending, id }) => {
    const answer = await ask(`files/${id}/-/bytes/content`)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).toString('hex')).toBe(bytes)
    const headers = Object.fromEntries(answer.headers)
    const isPicture = mediaType.startsWith('image/')
    expect(headers).toMatchObject({
      'content-type': mediaType,
      'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename="files-${id}-content.${ending}"; filename*=UTF-8''files-${id}-content.${ending}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it.each([
    ['a field that is empty', 'files/100/-/bytes/content'],
    ['a field of another kind', 'files/1/-/bytes/name'],
    ['a field that there is not', 'files/1/-/bytes/nothing'],
    ['a field by the name of something inherited', 'files/1/-/bytes/__proto__'],
    ['a record that there is not', 'files/999/-/bytes/content'],
    ['a record whose id is none', 'files/x/-/bytes/content'],
    ['a model that there is not', 'nothing/1/-/bytes/content'],
  ])('are not there for %s', async (_name, path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not_found' })
  })

  it('are nobody’s who is not signed in, whether they are there or not', async () => {
    for (const path of ['files/1/-/bytes/content', 'files/999/-/bytes/content', 'nothing/1/-/bytes/x']) {
      const answer = await ask(path, 'signed out')
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('PNG')
    }
  })

  it('have a file name that no header breaks on', async () => {
    const id = encodeURIComponent('a/b "c"\n')
    const answer = await ask(`odd/${id}/-/bytes/${encodeURIComponent('bild/größe')}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="odd-a_b_c_-bild_gr_e.bin"; filename*=UTF-8''odd-a%2Fb%20%22c%22%0A-bild%2Fgr%C3%B6%C3%9Fe.bin`,
    )
  })

  it('take no parameters', async () => {
    expect((await ask('files/1/-/bytes/content?x=1')).status).toBe(400)
  })

  it('are in the document of those models that have some', async () => {
    const document = await (await server.ask('GET /api/v1/-/openapi.json', { as: 'owner' })).json()
    const { paths } = document as { paths: { [path: string]: { get: object; parameters: object[] } } }
    expect(paths['/api/v1/files/{id}/-/bytes/{field}']).toMatchObject({
      parameters: [{ name: 'id' }, { name: 'field', schema: { enum: ['content'] } }],
      get: { responses: { '200': { content: { 'image/*': {}, 'application/octet-stream': {} } } } },
    })
  })
})
