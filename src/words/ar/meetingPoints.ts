export * from '../en/meetingPoints.ts';
