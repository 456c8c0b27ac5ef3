/** Serves the skeleton for every screen, and the files of the build: the same for everyone, but for a project's own screens. */
import { readFile } from 'node:fs/promises'
import type { HeaderValues } from '../http/headers.ts'
import { choosePacking, encodingNames } from './choose-packing.ts'
import type { BuiltFile, WebBuild } from './web-build.ts'

/** What serving a page needs of a request. */
export interface PageRequest {
  readonly path: string
  header(name: string): string | undefined
  isSignedIn(): Promise<boolean>
}

/** Answers a GET; undefined where there is nothing to be had. */
export type ServePages = (request: PageRequest) => Promise<Response | undefined>

/** Serves a build. */
export function createPages(build: WebBuild, headers: HeaderValues): ServePages {
  return async (request) => {
    const file = build.file(request.path)
    if (!file) return acceptsPage(request) ? await send(build.skeleton, request, skeletonHeaders(headers)) : undefined
    if (file.isPrivate && !(await request.isSignedIn())) return undefined
    return await send(file, request, fileHeaders(file, headers))
  }
}

/** A browser that goes to a screen wants a page; whoever takes anything gets one too, unless the address looks like a file's. */
function acceptsPage({ path, header }: PageRequest): boolean {
  const accept = header('accept')
  if (accept?.includes('text/html')) return true
  const isAnything = accept === undefined || accept.includes('*/*')
  return isAnything && !path.slice(path.lastIndexOf('/')).includes('.')
}

function skeletonHeaders(headers: HeaderValues): HeaderValues {
  return { ...headers, 'Cache-Control': 'no-cache', Vary: 'Accept, Accept-Encoding' }
}

function fileHeaders(file: BuiltFile, headers: HeaderValues): HeaderValues {
  const reach = file.isPrivate ? 'private' : 'public'
  return {
    ...headers,
    'Cache-Control': file.isImmutable ? `${reach}, max-age=31536000, immutable` : 'no-cache',
    Vary: file.isPrivate ? 'Accept-Encoding, Cookie' : 'Accept-Encoding',
  }
}

async function send(file: BuiltFile, { header }: PageRequest, headers: HeaderValues): Promise<Response | undefined> {
  const packing = choosePacking(header('accept-encoding'), file.packed)
  // Packed or not, the bytes differ, and so must the tag.
  const etag = `"${file.etag}${packing === undefined ? '' : `-${packing}`}"`
  const tagged = { ...headers, ETag: etag }
  if (isKnown(header('if-none-match'), etag)) return new Response(null, { status: 304, headers: tagged })
  const content = await readFile(packing === undefined ? file.path : `${file.path}.${packing}`).catch(() => undefined)
  if (content === undefined) return undefined
  return new Response(content, {
    headers: {
      ...tagged,
      'Content-Type': file.mediaType,
      ...(packing === undefined ? {} : { 'Content-Encoding': encodingNames[packing] }),
    },
  })
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')))
}
