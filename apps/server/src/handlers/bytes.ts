/** The bytes of one field over HTTP: a picture where they are one, else a download; never anything that a browser would run. */
import { openRecords } from '@haykal/records'
import type { Handlers } from '../http/asked.ts'
import type { HeaderValues } from '../http/headers.ts'
import { pictureTypeOf } from './picture-type.ts'
import type { State } from './state.ts'

/** The handler of bytes. */
export function bytesHandlers(state: State): Pick<Handlers, 'readBytes'> {
  return {
    async readBytes({ viewer, path: { model, id, field } }) {
      const records = openRecords(await state.records(), viewer)
      const reply = await records.readBytes(model, id, field)
      return { reply, headers: headersOf(reply, [model, id, field].join('-')) }
    },
  }
}

function headersOf(bytes: Uint8Array, name: string): HeaderValues {
  const picture = pictureTypeOf(bytes)
  return {
    'Content-Type': picture?.mediaType ?? 'application/octet-stream',
    'Content-Disposition': `${picture ? 'inline' : 'attachment'}; ${fileName(`${name}.${picture?.extension ?? 'bin'}`)}`,
    // Opened by itself in a tab, it is still somebody else's: it may load nothing and be no page of ours.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}

/** The name in both forms of RFC 6266: plain letters for old programs, and whole. */
function fileName(name: string): string {
  const safe = [...name.toWellFormed()].slice(-120).join('')
  const plain = safe.replace(/[^\w.-]+/g, '_')
  const whole = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
