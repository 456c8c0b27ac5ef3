/** Calculates computed fields while someone types. The calculator is fetched only for models that have such fields. */
import type { Json, Model, ModelField } from '@haykal/model'
import { useEffect, useState } from 'react'

type Compute = (model: Model, field: ModelField, read: (field: ModelField) => Json) => Json

/** Gives what a field is worth from what `read` gives for others; what is stored, until the calculator is there. */
export function useComputed(model: Model): Compute {
  const [compute, setCompute] = useState<Compute>(() => asStored)
  const hasComputed = model.fields.some(({ options }) => options.computed !== undefined)
  useEffect(() => {
    if (!hasComputed) return
    let isWanted = true
    void import('@haykal/model/compute-field')
      .then(({ computeField }) => isWanted && setCompute(() => computeField))
      // Without a network what is stored is shown on.
      .catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [hasComputed])
  return compute
}

function asStored(_model: Model, field: ModelField, read: (field: ModelField) => Json): Json {
  return read(field)
}
