// expect: floor-lib-alerts
export { lookUpMarks } from '#answers';
