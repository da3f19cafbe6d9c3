/** What the practice pages ask of the server. Every answer is a value; a server that is away is one too. */
import { ask, post, type Answered } from "../host/api";
import type {
  DeckOutline,
  ExamResult,
  ExamSheet,
  HandInExamMessage,
  HomeworkAnswerMessage,
  HomeworkLine,
  HomeworkReport,
  HomeworkView,
  PracticeMessage,
  PracticeResult,
  PracticeShelf,
  RoomLine,
  RoundView,
  SetHomeworkMessage,
  SignedIn,
  WorstCards,
} from "../wire/generated";

export type { Answered };
const at = (...parts: string[]): string => `/api/${parts.map(encodeURIComponent).join("/")}`;

export const fetchShelf = () => ask<PracticeShelf>(at("practice"));
export const fetchCard = (deck: string, card: string) => ask<RoundView>(at("practice", deck, card));
export const markCard = (deck: string, card: string, message: PracticeMessage) =>
  post<PracticeResult>(at("practice", deck, card), message);

export const fetchExam = (exam: string) => ask<ExamSheet>(at("exams", exam));
export const handInExam = (exam: string, message: HandInExamMessage) => post<ExamResult>(at("exams", exam), message);

export const fetchHomework = (id: string) => ask<HomeworkView>(at("homework", id));
export const answerHomework = (id: string, message: HomeworkAnswerMessage) =>
  post<PracticeResult>(at("homework", id, "answers"), message);

/** The lecturer's. */
export const askSignedIn = () => ask<SignedIn>(at("host"));
export const fetchDecks = () => ask<DeckOutline[]>(at("decks"));
export const fetchRooms = () => ask<RoomLine[]>(at("rooms"));
export const fetchWorst = (room: string) => ask<WorstCards>(at("rooms", room, "worst"));
export const listHomework = () => ask<HomeworkLine[]>(at("homework"));
export const setHomework = (message: SetHomeworkMessage) => post<HomeworkLine>(at("homework"), message);
export const closeHomework = (id: string, isClosed: boolean) => post<void>(at("homework", id, "close"), { is_closed: isClosed });
export const forgetHomework = (id: string) => ask<void>(at("homework", id), { method: "DELETE" });
export const fetchResults = (id: string) => ask<HomeworkReport>(at("homework", id, "results"));
