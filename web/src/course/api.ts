/** What the course page asks of the server, and the addresses it leads to. */
import { ask, post } from "../host/api";
import type { CourseId, CourseLine, CourseView, OpenedRoom, RoomId, WarmUpView } from "../wire/generated";

export const fetchCourses = () => ask<CourseLine[]>("/api/courses");

/** Makes a course. Asked again with the same command id it is the same one. */
export const makeCourse = (title: string, command_id: string) => post<CourseLine>("/api/courses", { title, command_id });

export const fetchCourse = (course: CourseId) => ask<CourseView>(`/api/courses/${encodeURIComponent(course)}`);

/** The cards that would come back after a sitting. */
export const fetchWarmUp = (room: RoomId) => ask<WarmUpView>(`/api/rooms/${encodeURIComponent(room)}/warm-up`);

/** Opens a room with them. */
export const openWarmUp = (room: RoomId, command_id: string) =>
  post<OpenedRoom>(`/api/rooms/${encodeURIComponent(room)}/warm-up`, { command_id });

export const coursePath = (course: CourseId): string => `/course/${encodeURIComponent(course)}`;

/** The course in the path of this page: /course/<course>. */
export const courseOfPath = (path: string): CourseId => decodeURIComponent(path.split("/")[2] ?? "");
