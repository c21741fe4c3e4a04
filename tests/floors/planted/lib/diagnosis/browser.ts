// expect: pure-rooms
import 'wxt/browser';
