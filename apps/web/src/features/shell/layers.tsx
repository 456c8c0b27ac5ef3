/** What lies over the screens when it is called for: the palette and the list of keys, whose code is fetched only then. */
import { useLocale } from '@haykal/messages/react'
import { useModal } from '@haykal/ui/dialog/use-modal.ts'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { type ComponentType, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { useRecentRecords } from '../palette/use-recent-records.ts'
import { withTexts } from '../preferences/shown-preferences.ts'
import { type LayerName, layerStore, openLayer } from './layer-store.ts'
import styles from './shell.module.css'

/** What a layer is given; `typed`: what was typed while it was on its way, `isSent`: and Enter after it. */
type Layer = ComponentType<{ readonly onClose: () => void; readonly typed: string; readonly isSent: boolean }>

const loaders: { readonly [Name in LayerName]: () => Promise<Layer> } = {
  palette: withTexts(async () => (await import('../palette/palette.tsx')).Palette),
  keys: withTexts(async () => (await import('../keys/keys-dialog.tsx')).KeysDialog),
}

/** The layer that is open, and the keys that open one. */
export function Layers() {
  const name = useSyncExternalStore(layerStore.subscribe, layerStore.read)
  useKeys({ palette: () => openLayer('palette'), help: () => openLayer('keys') })
  useRecentRecords()
  return name && <LoadedLayer key={name} name={name} />
}

const loaded = new Map<LayerName, Layer>()

function LoadedLayer({ name }: { readonly name: LayerName }) {
  const { t } = useLocale()
  const [Layer, setLayer] = useState(() => loaded.get(name))
  const [typed, setTyped] = useState('')
  const [isSent, setSent] = useState(false)
  const latest = useRef(t)
  useEffect(() => {
    if (loaded.has(name)) return
    loaders[name]().then(
      (layer) => {
        loaded.set(name, layer)
        setLayer(() => layer)
      },
      () => {
        openLayer(undefined)
        showToast({ text: latest.current('shell.layerFailed') })
      },
    )
  }, [name])
  if (Layer) return <Layer typed={typed} isSent={isSent} onClose={() => openLayer(undefined)} />
  const type = (text: string) => {
    setTyped(text)
    setSent(false)
  }
  return <Waiting onType={type} onSend={() => setSent(true)} />
}

/** Holds the screen still while the code is on its way: what is typed meanwhile is meant for that, and must not do anything beneath. */
function Waiting({ onType, onSend }: { readonly onType: (text: string) => void; readonly onSend: () => void }) {
  const { t } = useLocale()
  const modal = useModal(() => openLayer(undefined), { stays: true })
  return (
    <dialog {...modal} className={styles.waiting} aria-busy="true">
      <input
        autoFocus
        aria-label={t('app.loading')}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && onSend()}
      />
    </dialog>
  )
}

/** Fetches the palette ahead of its first use: when one reaches for the field that opens it. */
export function preloadPalette(): void {
  void import('../palette/palette.tsx').catch(() => undefined)
}
