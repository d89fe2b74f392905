import type { Hex, MemberId, Result } from '@manyhands/base';
import type { StoreFault } from '@manyhands/replica';

export { blobLimit } from '@manyhands/replica';

/** Why a picture is not shown. */
export type PictureRefused =
  /** The line may cost: somebody says first whether it is fetched. */
  | { readonly type: 'AskFirst' }
  | { readonly type: 'NobodyThere' }
  | { readonly type: 'NobodyHasIt' }
  | { readonly type: 'Stopped' };

export interface LookOptions {
  /** Whose picture it is: their devices are asked first. */
  readonly owner?: MemberId;
  readonly signal?: AbortSignal;
  readonly onprogress?: (bytes: number, ofBytes: number) => void;
  /** Somebody has said that it is fetched even on a line that may cost. */
  readonly evenIfItCosts?: boolean;
  /** Only what is on this phone: nobody is asked. */
  readonly onlyHere?: boolean;
}

/** Port: the pictures of one community, kept on this phone or fetched when looked at. */
export interface PlacePictures {
  /** The bytes that hash to this name; whether they are a picture they alone know. */
  look(sha: Hex, options?: LookOptions): Promise<Result<Uint8Array, PictureRefused>>;
  /** Keeps a picture for an entry that is about to name it, and answers its name. */
  begin(
    bytes: Uint8Array,
  ): Promise<Result<Hex, StoreFault | { readonly type: 'TooLarge' }>>;
  /** Nothing will name what was begun. */
  letGo(sha: Hex): Promise<void>;
}
