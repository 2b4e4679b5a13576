import sys,openpyxl
