"""What is made of logs after class, in one place that after_class.py loads late: see there."""

from server.review.class_session import make_class_session as make_class_session
from server.review.course_sitting import CourseSitting as CourseSitting
from server.review.course_sitting import read_course_sitting as read_course_sitting
from server.review.course_view import view_course as view_course
from server.review.ghosts import raise_ghosts as raise_ghosts
from server.review.homework_report import report_homework as report_homework
from server.review.own_session import make_own_session as make_own_session
from server.review.report import make_report as make_report
from server.review.sitting import Sitting as Sitting
from server.review.sitting import read_sitting as read_sitting
from server.review.warm_up import WarmUp as WarmUp
from server.review.warm_up import warm_up_of as warm_up_of
from server.taking_home import take_home as take_home
