// expect: floor-lib-forecast
import '../../../../../lib/instantly/index.ts';
