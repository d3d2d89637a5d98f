import { createPlacedStore, type Place, type PlacedStore } from './place.ts';

export interface Image {
  /** `sha256:…` */
  digest: string;
  tags: string[];
  pushedAt: number;
}

/** A repository of ECR; tests push images by adding to `images`. */
export interface ImageRepository extends Place {
  name: string;
  arn: string;
  /** What an image's address begins with. */
  uri: string;
  createdAt: number;
  images: Image[];
}

export type RepositoryStore = PlacedStore<ImageRepository>;
export const createRepositoryStore = (): RepositoryStore => createPlacedStore<ImageRepository>();

/** Adds a repository without images. */
export function addRepository(store: RepositoryStore, place: Place, name: string, createdAt: number): ImageRepository {
  const { account, region } = place;
  return store.put(name, {
    name,
    account,
    region,
    arn: `arn:aws:ecr:${region}:${account}:repository/${name}`,
    uri: `${account}.dkr.ecr.${region}.amazonaws.com/${name}`,
    createdAt,
    images: [],
  });
}

/** Why a repository cannot go without force; undefined where it can. */
export function contentOf({ name, account, images }: ImageRepository): string | undefined {
  if (images.length === 0) return undefined;
  return `The repository with name '${name}' in registry with id '${account}' cannot be deleted because it still contains images`;
}
