// expect: surfaces-neither-call-nor-write
import '../../../../../lib/store/write.ts';
