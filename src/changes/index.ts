export {
  type ComparedField,
  compareVersions,
  type Difference,
  type Revision,
} from './compare-versions.ts';
