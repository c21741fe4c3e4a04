// expect: overlay-has-no-store
import '../../../../../lib/store/read.ts';
