import { describe } from 'vitest';
import { playPart } from './previews-in-histories.ts';

describe('the life of previews', () => playPart(1));
