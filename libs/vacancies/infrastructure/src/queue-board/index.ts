export { QueueBoard } from './queue-board';
