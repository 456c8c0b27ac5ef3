/** Columns as they stand in an address: `number,customer:240,status::start`, each with its width and the edge that it is pinned to. */
import { columnWidths, type ViewColumn } from '@haykal/contract'

/** Columns as text. Signs of ours in a name are encoded. */
export function writeColumns(columns: readonly ViewColumn[]): string {
  return columns
    .map(({ field, width, pin }) => {
      const parts = [encodeName(field), width ?? '', pin ?? '']
      return parts.join(':').replace(/:+$/, '')
    })
    .join(',')
}

/** The columns of a text; what is none is left out. */
export function readColumns(text: string): readonly ViewColumn[] {
  const seen = new Set<string>()
  return text.split(',').flatMap((part): ViewColumn[] => {
    const [name = '', wide = '', edge] = part.split(':')
    const field = decodeName(name)
    if (field === '' || seen.has(field)) return []
    seen.add(field)
    const width = /^\d{1,4}$/.test(wide) ? fittingWidth(Number(wide)) : undefined
    const pin = edge === 'start' || edge === 'end' ? edge : undefined
    return [{ field, ...(width !== undefined && { width }), ...(pin && { pin }) }]
  })
}

/** The nearest width that a column can have, in whole pixels. */
export function fittingWidth(width: number): number {
  return Math.round(Math.min(columnWidths.most, Math.max(columnWidths.least, width)))
}

function encodeName(name: string): string {
  return name.replace(/[%,:]/g, (sign) => encodeURIComponent(sign))
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
