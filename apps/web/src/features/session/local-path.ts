/** Keeps people on this site after they signed in, whatever the address said. */

/** A path of this application; the start for anything that could lead elsewhere (`//host`, `/\host`, `https:`). */
export function localPath(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])[^\s\\]*$/.test(path)) return '/'
  try {
    const url = new URL(path, 'http://local')
    return url.host === 'local' && !url.pathname.startsWith('/-/sign-in') ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}
