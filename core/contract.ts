/**
 * How an input's text is read. `text` and `secret` stay text (a secret is masked), `flag` is true or false, `integer`
 * a whole number from 1, `list` names separated by commas or line breaks.
 */
export type InputKind = 'text' | 'secret' | 'flag' | 'integer' | 'list';

export interface InputContract {
  readonly kind: InputKind;
  /** Whether there is always a value: the caller must give it, or action.yml has a default. */
  readonly always?: true;
}

/** The typed twin of an action.yml; a test holds the two together. */
export interface ActionContract {
  readonly name: string;
  readonly inputs: Readonly<Record<string, InputContract>>;
  readonly outputs: readonly string[];
  /** What is written to outputs when the action fails, so that later steps can tell. */
  readonly onFailure: Readonly<Record<string, string>>;
}

interface InputTypes {
  text: string;
  secret: string;
  flag: boolean;
  integer: number;
  list: readonly string[];
}

/** The inputs of a contract as typed values; one that may be left out is undefined then, never an empty text. */
export type InputsOf<Contract extends ActionContract> = {
  readonly [Name in keyof Contract['inputs']]: Contract['inputs'][Name] extends { readonly always: true }
    ? InputTypes[Contract['inputs'][Name]['kind']]
    : InputTypes[Contract['inputs'][Name]['kind']] | undefined;
};

/** The outputs of a contract; one that is left out is written as an empty text. */
export type OutputsOf<Contract extends ActionContract> = {
  readonly [Name in Contract['outputs'][number]]?: string | undefined;
};
