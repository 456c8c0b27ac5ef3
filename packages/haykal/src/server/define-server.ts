/** The server face of a model: what only the server knows of it. */
import type { ModelRules } from '@haykal/access'
import type { ModelDefinition } from '@haykal/model'

/** A model's server face. */
export interface ModelServer {
  readonly model: string
  readonly rules: ModelRules
}

/** Declares the rules of a model, checked against its fields. */
export function defineServer<M extends ModelDefinition>(
  model: M,
  { rules }: { readonly rules: ModelRules<M> },
): ModelServer {
  // Which model the rules were checked against is known here only; whoever applies them resolves the names again.
  return { model: model.name, rules: rules as unknown as ModelRules }
}
